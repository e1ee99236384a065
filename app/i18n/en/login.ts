import type { Words } from "../vi.ts";

export const login: Words["login"] = {
  title: "Sign in",
  lead: "Where ward offices report software problems and follow them to the end.",
  email: "Work e-mail",
  password: "Password",
  submit: "Sign in",
  wrong:
    "The e-mail or the password does not match. Check the keyboard language and Caps Lock, then type the password again.",
  limited: (minutes) =>
    `Too many attempts. Sign in again in ${minutes} min. If citizens are waiting, call the duty desk for help now.`,
  forgot: "Forgotten your password?",
  emailMissing: "Enter the e-mail",
  passwordMissing: "Enter the password",
  demoTitle: "Try it as",
  demoHint: "Choose a person to look around at once, no password needed. The data is made up.",
  demoMailbox: "Mailbox of the demo",
  demoGone: "This demonstration person is gone. Choose another one.",
};
