import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type FileUpload, parseFormData } from "@remix-run/form-data-parser";
import { env } from "#app/env.server.ts";

/** A received file, on disk under a name of our own until the request ends; whoever keeps it copies or renames it. */
export type Upload = { field: string; name: string; type: string; size: number; path: string };
/** `fault` is a code for words: what stopped us from reading further. What came before it is kept. */
export type FormFields = { fields: Map<string, string[]>; uploads: Upload[]; fault?: string };

const MB = 1024 * 1024;
const MAX_FILE_BYTES = 10 * MB;
const MAX_FILES = 10;
const MAX_PARTS = 300;
const MAX_NAME_CHARS = 100;
const MAX_VALUE_CHARS = 100_000;

const read = new WeakMap<Request, Promise<FormFields>>();

/** Reads a posted form once, however often it is asked for, and before a transaction waits for a slow uplink. */
export function readForm(request: Request, { uploads = true } = {}): Promise<FormFields> {
  const known = read.get(request);
  if (known) return known;
  const reading = receive(request, uploads);
  read.set(request, reading);
  return reading;
}

export async function dropUploads(request: Request): Promise<void> {
  const form = await read.get(request)?.catch(() => undefined);
  await Promise.all((form?.uploads ?? []).map(({ path }) => rm(path, { force: true })));
}

async function receive(request: Request, withUploads: boolean): Promise<FormFields> {
  const form: FormFields = { fields: new Map(), uploads: [] };
  const type = request.headers.get("Content-Type") ?? "";
  if (!request.body || !/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return form;
  const limits = { maxFileSize: MAX_FILE_BYTES, maxFiles: MAX_FILES, maxParts: MAX_PARTS, maxTotalSize: 60 * MB };
  try {
    const data = await parseFormData(request, limits, async (file) => {
      // An empty file input still sends a part without a name.
      if (file.name === "" || file.name === "file-upload") return;
      if (!withUploads) throw new FormFault("file_not_expected");
      form.uploads.push(await spool(file));
    });
    for (const [name, value] of data) if (typeof value === "string") keep(form, name, value);
  } catch (error) {
    form.fault = faultOf(error);
    if (!form.fault) throw error;
  }
  return form;
}

function keep(form: FormFields, name: string, value: string): void {
  if (name.length > MAX_NAME_CHARS || value.length > MAX_VALUE_CHARS) form.fault = "too_long";
  else form.fields.set(name, [...(form.fields.get(name) ?? []), value]);
}

async function spool(file: FileUpload): Promise<Upload> {
  const folder = join(env.DATA_DIR, "incoming");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  try {
    await writeFile(path, new Uint8Array(await file.arrayBuffer()), { mode: 0o600, flag: "wx" });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { field: file.fieldName, name: file.name, type: file.type, size: file.size, path };
}

class FormFault extends Error {}

function faultOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof FormFault) return error.message;
  if (error.name === "MaxFileSizeExceededError") return "file_too_large";
  if (error.name === "MaxFilesExceededError") return "too_many_files";
  if (/^Max\w+ExceededError$/.test(error.name)) return "too_large";
  return error.name === "FormDataParseError" || error.name === "MultipartParseError" ? "malformed" : undefined;
}
