/** NIST SP 800-63B-4: length is what counts; no composition rules. Fifteen because it is the only factor here. */
export const PASSWORD_MIN = 15;
const PASSWORD_MAX = 128;

const LOCAL_WORDS = ["tram", "phuong", "ubnd", "hochiminh", "thanhpho", "matkhau", "password", "vietnam"];
const COMMON = ["123456789012345", "qwertyuiopasdfg", "passwordpassword", "matkhaumatkhau", "111111111111111"];

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

export type PasswordProblem = "password_too_short" | "password_too_long" | "password_guessable";

/** null when the password will do. `own` are words an attacker tries first: name, e-mail, ward. */
export function passwordProblem(password: string, own: readonly string[] = []): PasswordProblem | null {
  const length = [...password].length;
  if (length > PASSWORD_MAX) return "password_too_long";
  if (length < PASSWORD_MIN) return "password_too_short";
  const folded = plain(password);
  if (folded === "") return null;
  const letters = folded.replace(/\d/g, "");
  const guesses = [...LOCAL_WORDS, ...own.map(plain)].filter((word) => word !== "");
  if (new Set(folded).size < 4 || COMMON.includes(folded)) return "password_guessable";
  return guesses.some((word) => letters === word.replace(/\d/g, "")) ? "password_guessable" : null;
}
