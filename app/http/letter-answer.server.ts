/** A letter has styles of its own, so it is shown in a frame that can do nothing but open its links in a new tab. */
const FRAMED = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; " +
    "sandbox allow-popups allow-popups-to-escape-sandbox",
  "Cache-Control": "no-store",
};

export const letterAnswer = (html: string): Response => new Response(html, { headers: FRAMED });
