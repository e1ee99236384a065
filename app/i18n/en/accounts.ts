import type { Words } from "../vi.ts";

export const accounts: Words["accounts"] = {
  forgotTitle: "Forgotten password",
  forgotLead: "Enter your work e-mail to get a letter for choosing a new password.",
  forgotSubmit: "Send the letter",
  addressMalformed: "An e-mail address looks like name@office.gov.vn",
  limited: (minutes) =>
    `Sent several times already. You can send again in ${minutes} min. If citizens are waiting, call the duty desk for help now.`,
  askedTitle: "Look into your mailbox",
  askedWhat:
    "If Trạm knows the address you entered, a letter arrives within minutes. Its link works once and ends after 30 minutes.",
  askedNext: "No letter? Look among the spam, check the address and send again, or call the duty desk.",
  askAgain: "Send again",
  toSignIn: "To the sign-in page",

  resetTitle: "Choose a new password",
  resetLead: "Every other device will be signed out.",
  resetSubmit: "Save and sign in",

  invitationTitle: (name) => `Welcome, ${name}`,
  invitationPlain: "Invitation",
  invitationLead: "Choose a password to start reporting and following tickets.",
  invitationSubmit: "Start using Trạm",

  password: "Password",

  gone: {
    link_unknown: {
      title: "This link opens nothing",
      what: "Part of the address may be missing: press the button in the letter itself.",
    },
    link_expired: {
      title: "This link has expired",
      what: "For safety, links in letters are good for a short time only.",
    },
    link_used: {
      title: "This link has been used",
      what: "Every link works once. If that was you just now, sign in as usual.",
    },
    link_replaced: {
      title: "There is a newer letter",
      what: "Only the link in the latest letter works. Open the newest one in your mailbox.",
    },
  },
  resetAgain: "Send a new letter",
  invitationAgain: "Get a new invitation",
  invitationHelp: "You may also ask the administrator of your office to invite you again.",
  addressAgain: "Change the e-mail",

  address: "E-mail",
  addressLead: "For signing in, and where letters from Trạm go.",
  changeAddress: "Change the e-mail",
  changeAddressLead: "The new address holds once it is confirmed from the new mailbox. The old one is told as well.",
  newAddress: "New e-mail",
  newAddressMissing: "Enter the new e-mail",
  addressSame: "This is the address in use",
  addressTaken: "Somebody uses this address already. Enter another one, or ask the administrator.",
  addressOften: "Changed several times today. Try again tomorrow, or ask the administrator.",
  sendConfirmation: "Send the confirmation",
  pending: (address) => `Waiting for ${address} to confirm.`,
  pendingHint: "The link in the letter is good for 24 hours.",
  confirmTitle: "Confirm the e-mail",
  confirmLead: (address) => `From now on Trạm writes to ${address}, which is also the address to sign in with.`,
  confirmSubmit: "Confirm",
};
