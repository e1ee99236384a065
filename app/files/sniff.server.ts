import { open } from "node:fs/promises";

export const FILE_TYPES = ["image/png", "image/jpeg", "image/webp", "application/pdf"] as const;
export type FileType = (typeof FILE_TYPES)[number];

const HEAD_BYTES = 12;
const TAIL_BYTES = 2048;

function typeOf(head: Buffer): FileType | null {
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return "image/png";
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "image/jpeg";
  if (head.toString("latin1", 0, 4) === "RIFF" && head.toString("latin1", 8, 12) === "WEBP") return "image/webp";
  return head.toString("latin1", 0, 5) === "%PDF-" ? "application/pdf" : null;
}

/** What a file is by its first bytes, whatever its name and its sender say; `whole` is false for a PDF that was cut off. */
export async function sniff(path: string): Promise<{ type: FileType | null; whole: boolean }> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    await file.read(head, 0, HEAD_BYTES, 0);
    const type = typeOf(head);
    if (type !== "application/pdf") return { type, whole: true };
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(TAIL_BYTES, size));
    await file.read(tail, 0, tail.length, size - tail.length);
    return { type, whole: tail.includes("%%EOF") };
  } finally {
    await file.close();
  }
}
