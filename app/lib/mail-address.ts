const ADDRESS = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const LONGEST = 254;

/** The address as we keep it, or null: one mailbox, in letters that mean the same to every mail program. */
export function readMailAddress(typed: string): string | null {
  const address = typed.trim().toLowerCase();
  return address.length <= LONGEST && ADDRESS.test(address) ? address : null;
}
