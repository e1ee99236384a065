/**
 * What a limit counts as one peer: an IPv4 address, or the /64 of an IPv6 one, for whoever has one address there has
 * them all.
 */
export function networkOf(peer: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(peer);
  if (mapped?.[1]) return mapped[1];
  if (!peer.includes(":")) return peer;
  const [left = "", right] = peer.split("%")[0]?.split("::") ?? [];
  const [head, tail] = [left, right ?? ""].map((part) => part.split(":").filter(Boolean));
  const gap = Array.from({ length: Math.max(0, 8 - (head?.length ?? 0) - (tail?.length ?? 0)) }, () => "0");
  const groups = [...(head ?? []), ...(right === undefined ? [] : gap), ...(tail ?? [])];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
