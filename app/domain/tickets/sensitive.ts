/** What must not be typed into a ticket (domain.md 6): citizens' numbers are pointed out, passwords refused. */
export type Sensitive = { citizenNumbers: string[]; password: boolean };

// A citizen's number has 12 digits and starts with a province code 001–096; spaces and dots are how people group it.
const CITIZEN_NUMBER = /(?<![\d.])0\d{2}(?:[ .]?\d{3}){3}(?!\d)/g;
const SECRET =
  /(?:mật khẩu|mat khau|(?<![\p{L}\d])(?:mk|pass|password|pw|otp|pin))\s*(?:là|la|is)?\s*[:=]\s*(\S{4,})|(?:mật khẩu|mat khau|(?<![\p{L}\d])(?:mk|pass|password|otp|pin))\s+(?:là|la|is)\s+(\S*\d\S*)/iu;

export function findSensitive(text: string): Sensitive {
  const nfc = text.normalize("NFC");
  const secret = SECRET.exec(nfc);
  return {
    citizenNumbers: [...nfc.matchAll(CITIZEN_NUMBER)].map((match) => match[0]),
    password: secret !== null && (secret[1] ?? secret[2] ?? "").length >= 4,
  };
}
