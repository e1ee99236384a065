const MAX_ID = 2_147_483_647;

/** The id in the address; what is none is answered like one that nothing has. */
export function recordId({ id = "" }: Record<string, string | undefined>): number {
  const found = optionalId(id);
  if (found === undefined) throw new Response(null, { status: 404 });
  return found;
}

/** The same in a query, where nothing is an answer too. */
export const optionalId = (text: string | null): number | undefined =>
  text !== null && /^[1-9]\d{0,9}$/.test(text) && Number(text) <= MAX_ID ? Number(text) : undefined;
