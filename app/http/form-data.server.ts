import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  MaxFileSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  type MultipartPart,
  parseMultipartRequest,
} from "@remix-run/multipart-parser";
import { env } from "#app/env.server.ts";

/** A received file, on disk under a name of our own until the request ends; whoever keeps it copies or renames it. */
export type Upload = { field: string; name: string; type: string; size: number; path: string };
/** `fault` is a code for words: what stopped us from reading further. What came before it is kept. */
export type FormFields = { fields: Map<string, string[]>; uploads: Upload[]; fault?: string };

const MB = 1024 * 1024;
const MAX_FILE_BYTES = 10 * MB;
const MAX_TOTAL_BYTES = 60 * MB;
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
  try {
    if (!request.body) return form;
    if (/^application\/x-www-form-urlencoded\b/i.test(type)) readPairs(form, await request.text());
    else if (/^multipart\/form-data\b/i.test(type)) await readParts(form, request, withUploads);
  } catch (error) {
    form.fault = faultOf(error);
    if (!form.fault) throw error;
  }
  return form;
}

function readPairs(form: FormFields, body: string): void {
  const pairs = [...new URLSearchParams(body)];
  if (pairs.length > MAX_PARTS) throw new FormFault("too_large");
  for (const [name, value] of pairs) keep(form, name, value);
}

/** One part in memory at a time. What came before a part that is refused stays, so that no typed words are lost. */
async function readParts(form: FormFields, request: Request, withUploads: boolean): Promise<void> {
  const maxFileSize = withUploads ? MAX_FILE_BYTES : MB;
  const limits = { maxFileSize, maxParts: MAX_PARTS, maxTotalSize: withUploads ? MAX_TOTAL_BYTES : MB };
  for await (const part of parseMultipartRequest(request, limits)) {
    if (!part.name) continue;
    if (!part.isFile) keep(form, part.name, part.text);
    // An empty file input still sends a part, without a name and without content.
    else if (part.size > 0 || part.filename) {
      if (!withUploads) throw new FormFault("file_not_expected");
      if (form.uploads.length === MAX_FILES) throw new FormFault("too_many_files");
      form.uploads.push(await spool(part.name, part));
    }
  }
}

function keep(form: FormFields, name: string, value: string): void {
  if (name.length > MAX_NAME_CHARS || value.length > MAX_VALUE_CHARS) form.fault = "too_long";
  else form.fields.set(name, [...(form.fields.get(name) ?? []), value]);
}

async function spool(field: string, part: MultipartPart): Promise<Upload> {
  const folder = join(env.DATA_DIR, "incoming");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  try {
    await writeFile(path, part.content, { mode: 0o600, flag: "wx" });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { field, name: part.filename ?? "", type: part.mediaType ?? "", size: part.size, path };
}

class FormFault extends Error {}

function faultOf(error: unknown): string | undefined {
  if (error instanceof FormFault) return error.message;
  if (error instanceof MaxFileSizeExceededError) return "file_too_large";
  if (error instanceof MaxPartsExceededError || error instanceof MaxTotalSizeExceededError) return "too_large";
  // A TypeError is the parser's word for headers or text that are not UTF-8.
  return error instanceof MultipartParseError || error instanceof TypeError ? "malformed" : undefined;
}
