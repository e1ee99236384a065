const collator = new Intl.Collator("vi", { numeric: true });

/** Given name first, then family name, then what stands between. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [sortKeys(a), sortKeys(b)];
  return left.map((part, i) => collator.compare(part, right[i] ?? "")).find((order) => order !== 0) ?? 0;
}

function sortKeys(fullName: string): string[] {
  const names = fullName.normalize("NFC").trim().split(/\s+/);
  const given = names.pop() ?? "";
  return [given, names.shift() ?? "", names.join(" ")];
}
