const MAX_NUMBER = 2_147_483_647;

/** The number in the address; what is none is answered like a number that no ticket has. */
export function ticketNumber({ number = "" }: Record<string, string | undefined>): number {
  if (!/^[1-9]\d{0,9}$/.test(number) || Number(number) > MAX_NUMBER) throw new Response(null, { status: 404 });
  return Number(number);
}
