import { z } from "zod";
import { codeOf } from "#app/http/form-codes.server.ts";
import { type FormFields, readForm, type Upload } from "#app/http/form-data.server.ts";

/** What a page shows again: the typed words, and codes that `w.formErrors` puts into words. */
export type FormReply = {
  values: Record<string, string | string[]>;
  errors: Record<string, string[]>;
  formErrors: string[];
};
type Extra = Partial<Pick<FormReply, "errors" | "formErrors">>;
type Replying = { reply(extra?: Extra): FormReply };
export type ParsedForm<T> = Replying &
  ({ status: "success"; value: T; uploads: Upload[] } | { status: "error"; code: 400 | 413 | 422 });

const SECRET = /password|secret|token|otp/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters taken out
const CONTROLS = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const UNSOUND = /\0|\p{Surrogate}/gu;

/** Reads the posted form against a schema. Only declared fields are looked at; the reply holds all that was typed. */
export async function parseForm<T extends z.ZodType>(request: Request, schema: T): Promise<ParsedForm<z.infer<T>>> {
  const form = await readForm(request);
  const { values, errors } = declared(form, fieldsOf(schema));
  const reply = (extra: Extra = {}): FormReply => ({
    values: Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET.test(name))),
    errors: { ...errors, ...extra.errors },
    formErrors: extra.formErrors ?? [],
  });
  const failed = (code: 400 | 413 | 422, formErrors: string[] = []): ParsedForm<z.infer<T>> => ({
    status: "error",
    code,
    reply: (extra = {}) => reply({ ...extra, formErrors: [...formErrors, ...(extra.formErrors ?? [])] }),
  });

  if (form.fault) return failed(form.fault === "malformed" ? 400 : 413, [form.fault]);
  if (Object.keys(errors).length > 0) return failed(400);
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(filled, { error: codeOf });
  if (parsed.success) return { status: "success", value: parsed.data, uploads: form.uploads, reply };
  const formErrors: string[] = [];
  for (const issue of parsed.error.issues) {
    const field = issue.path[0];
    if (typeof field === "string") errors[field] = [...(errors[field] ?? []), issue.message];
    else formErrors.push(issue.message);
  }
  return failed(422, formErrors);
}

function declared({ fields }: FormFields, declaredFields: Map<string, { list: boolean }>) {
  const values: Record<string, string | string[]> = {};
  const errors: Record<string, string[]> = {};
  for (const [name, { list }] of declaredFields) {
    const given = fields.get(name) ?? [];
    const clean = given.map((value) => value.normalize("NFC").replace(/\r\n?/g, "\n").replace(CONTROLS, ""));
    const sound = clean.map((value) => value.replace(UNSOUND, ""));
    if (sound.some((value, at) => value !== clean[at])) errors[name] = ["bad_characters"];
    else if (!list && sound.length > 1) errors[name] = ["repeated"];
    if (list) values[name] = sound;
    else if (sound[0] !== undefined) values[name] = sound[0];
  }
  return { values, errors };
}

/** The field names a schema knows, and which of them may come more than once. */
function fieldsOf(schema: z.ZodType): Map<string, { list: boolean }> {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) {
    const entries = Object.entries<z.ZodType>(inner.shape);
    return new Map(entries.map(([name, field]) => [name, { list: unwrap(field) instanceof z.ZodArray }]));
  }
  if (inner instanceof z.ZodUnion) {
    const options = inner.options as z.ZodType[]; // safe because zod builds a union from schemas only
    return new Map(options.flatMap((option) => [...fieldsOf(option)]));
  }
  throw new Error("a form schema is an object or a union of objects");
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return unwrap(schema.unwrap() as z.ZodType); // safe because these wrap exactly one schema
  if (schema instanceof z.ZodPipe) {
    const [from, to] = [schema.in as z.ZodType, schema.out as z.ZodType]; // safe because a pipe joins two schemas
    return unwrap(from instanceof z.ZodTransform ? to : from);
  }
  return schema;
}
