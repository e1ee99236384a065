/** Addresses as a mail needs them: whole, and of this installation. */
export type Links = ReturnType<typeof linksOf>;

export function linksOf(appUrl: string) {
  const base = appUrl.replace(/\/+$/, "");
  const { origin } = new URL(base);
  return {
    ticket: (number: number, eventId: number | null = null) =>
      `${base}/tickets/${number}${eventId === null ? "" : `#e${eventId}`}`,
    access: (number: number) => `${base}/access/${number}`,
    accessHome: `${base}/access`,
    tickets: `${base}/tickets`,
    choices: `${base}/me/notifications`,
    account: `${base}/me`,
    forgotten: `${base}/password/forgot`,
    settings: `${base}/admin/settings`,
    /** A link made elsewhere. One that leads to another place is never sent. */
    own(url: string): string {
      if (new URL(url).origin !== origin) throw new Error("a letter would lead away from this installation");
      return url;
    },
  };
}
