import type { CSSProperties } from "react";

const INK = "#1d2b30";
const QUIET = "#55646a";
const ACCENT = "#0b5c6b";
const SUNKEN = "#f0f4f5";
const LINE = "#dbe2e4";
// Segoe UI and Arial have every Vietnamese letter; a mail loads no font.
const FONT = '"Be Vietnam Pro", "Segoe UI", Roboto, Arial, sans-serif';

const text: CSSProperties = {
  margin: "0 0 16px",
  color: INK,
  fontSize: 16,
  lineHeight: "26px",
  whiteSpace: "pre-line",
};
const small: CSSProperties = { ...text, margin: 0, color: QUIET, fontSize: 14, lineHeight: "22px" };

export const styles = {
  page: { margin: 0, padding: "24px 12px", backgroundColor: "#f7f9fa", fontFamily: FONT },
  sheet: { maxWidth: 560, padding: "24px 28px", backgroundColor: "#ffffff", borderRadius: 8, textAlign: "left" },
  brand: { ...small, margin: "0 0 16px", fontWeight: 600 },
  text,
  quiet: { color: QUIET },
  box: { margin: "0 0 16px", padding: "10px 14px", backgroundColor: SUNKEN, borderRadius: 6 },
  fact: { ...text, margin: 0 },
  news: { margin: "0 0 16px" },
  heading: { ...text, margin: "0 0 4px", fontWeight: 600 },
  quote: {
    ...text,
    margin: "4px 0 12px",
    padding: "10px 14px",
    backgroundColor: SUNKEN,
    borderLeft: `3px solid ${LINE}`,
  },
  press: { margin: "0 0 20px" },
  button: {
    padding: "12px 20px",
    backgroundColor: ACCENT,
    borderRadius: 6,
    color: "#ffffff",
    fontSize: 16,
    fontWeight: 600,
  },
  link: { color: ACCENT, textDecoration: "underline" },
  line: { margin: "8px 0 16px", border: "none", borderTop: `1px solid ${LINE}` },
  footer: small,
  footerLink: { color: QUIET, textDecoration: "underline" },
} satisfies Record<string, CSSProperties>;

/** For clients that know dark mode; the others keep the light sheet. Written without characters that HTML escapes. */
export const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .page td { background-color: #14191b !important; }
  .sheet, .sheet td { background-color: #1b2224 !important; }
  .box, .box td { background-color: #263033 !important; border-color: #46565b !important; }
  .line { border-color: #39464a !important; }
  .ink { color: #e9eeef !important; }
  .quiet { color: #a9b6ba !important; }
  .accent { color: #7fcbdb !important; }
  .button { background-color: #7fcbdb !important; color: #10282d !important; }
}
`;
