/** Something the person who starts Trạm can put right. Its message is one line: what is wrong, what to do. */
export class StartError extends Error {
  override name = "StartError";
}

export function failWith(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** One line for what people can mend, the whole error for what only we can. */
export function failOn(error: unknown): never {
  const known = error instanceof Error ? explainStart(error) : undefined;
  if (known) failWith(known);
  process.stderr.write(
    `Trạm could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
}

export function explainStart(error: Error & { code?: string; port?: number; address?: string }): string | undefined {
  if (error instanceof StartError) return error.message;
  if (error.code === "EADDRINUSE") {
    return `Port ${error.port} on ${error.address} is taken by another program: stop it, or set PORT to a free one.`;
  }
  if (error.code === "EACCES" && error.port !== undefined) {
    return `Port ${error.port} needs more rights than this user has: set PORT to 1024 or above.`;
  }
  return undefined;
}
