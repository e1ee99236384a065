import type { LetterWords } from "../vi/letters.ts";
import { lasting, warned } from "./ticket-events.ts";

export const letters: LetterWords = {
  greeting: (name) => `Dear ${name},`,
  closing: "Kind regards,",
  signature: "Trạm",
  automatic: "This mail was sent automatically; replies to it are not read.",
  choose: "Choose which mail to get",
  linkAt: (label, url) => `${label}: ${url}`,
  status: "Status",
  title: "Title",
  moreText: "Continues on the ticket",

  ticket: {
    subject: (number, about) => `[Trạm] ${number} · ${about}`,
    about: "Support ticket",
    lead: (number) => `Ticket ${number} has changed.`,
    open: (number) => `See ticket ${number}`,
    withheld: "This mail carries nothing of the ticket's content. Answer on the ticket.",
    reply: "Answer on the ticket.",
    warned,
    changed: (who) => `${who} changed the ticket`,
    bare: {
      "ticket.opened": (who) => `${who} sent the ticket`,
      "ticket.taken": (who) => `${who} took the ticket`,
      "ticket.assigned": (who) => `${who} assigned the ticket`,
      "ticket.released": (who) => `${who} put the ticket back in the queue`,
      "ticket.handed_over": (who) => `${who} handed over to the second line`,
      "ticket.handed_back": (who) => `${who} handed back from the second line`,
      "ticket.held": (who) => `${who} put the ticket on hold`,
      "ticket.resumed": (who) => `${who} resumed work`,
      "ticket.resolved": (who) => `${who} resolved the ticket`,
      "ticket.confirmed": (who) => `${who} confirmed that it works now`,
      "ticket.closed": () => "The ticket closed by itself: nobody answered after it was resolved",
      "ticket.reopened": (who) => `${who} says it is still broken`,
      "ticket.cancelled": (who) => `${who} cancelled the ticket`,
      "ticket.joined": (who) => `${who} has this too`,
      "ticket.replied": (who) => `${who} replied`,
      "ticket.noted": (who) => `${who} wrote an internal note`,
      "ticket.paged": (_, minutes) => `Again: nobody has taken this P1 for ${lasting(minutes)}`,
      "ticket.offered_again": (_, minutes) =>
        `Nothing has happened to this P1 for ${lasting(minutes)}: whoever can help may take it`,
      "ticket.reminded": () => "The ticket still waits for your answer",
      "ticket.unanswered": () => "The reporter was reminded and has not answered",
    },
  },

  digest: {
    subject: (date) => `[Trạm] News of ${date}`,
    lead: (tickets) => (tickets === 1 ? "One ticket has changed." : `${tickets} tickets have changed.`),
    more: (n) => (n === 1 ? "One more ticket has changed." : `${n} more tickets have changed.`),
    moreChanges: (n) => (n === 1 ? "One more change" : `${n} more changes`),
    ticket: (number, status) => `Ticket ${number} · ${status}`,
    open: "Open the list of tickets",
  },

  invitation: {
    subject: "[Trạm] Set a password for your new account",
    lead: "An administrator made an account for you at Trạm, where tickets about software are sent and followed.",
    until: (time) => `Please set a password before ${time}.`,
    open: "Set a password",
    unexpected: "If you do not expect this mail, there is nothing to do.",
  },
  passwordReset: {
    subject: "[Trạm] Set a new password",
    lead: "Somebody asked Trạm to set a new password for your account.",
    until: (time) => `The link works until ${time}.`,
    open: "Set a new password",
    unexpected: "If that was not you, there is nothing to do: your password still works.",
  },
  addressConfirm: {
    subject: "[Trạm] Confirm your mail address",
    lead: "Somebody asked to use this mail address for your account at Trạm.",
    until: (time) => `Please confirm before ${time}.`,
    open: "Confirm the address",
    unexpected: "If that was not you, there is nothing to do: the old address stays in use.",
  },
  once: "The link works once; do not pass it on.",
  passwordChanged: {
    subject: "[Trạm] Your password has changed",
    lead: (time) => `The password of your account at Trạm was changed at ${time}.`,
    unexpected: "If that was not you, please set a new password at once and tell your administrator.",
    open: "Set a new password",
  },
  addressAsked: {
    subject: "[Trạm] Somebody asked to change your mail address",
    lead: (time) =>
      `At ${time} a change of the mail address of your account at Trạm was asked for. This address holds until the new one is confirmed.`,
    unexpected: "If that was not you, please change your password at once: that ends the request.",
    open: "Open your account",
  },
  addressChanged: {
    subject: "[Trạm] Your mail address has changed",
    lead: (time) => `The mail address of your account at Trạm was changed at ${time}.`,
    unexpected: "If that was not you, please tell your administrator at once.",
    open: "Open your account",
  },
  accessWaits: {
    subject: "[Trạm] Access: something waits for your unit",
    lead: "The following waits for the unit you lead, under Access.",
    campaigns: (n) =>
      n === 1
        ? "One campaign waits for the unit to name people, to add a decision, or to say that it needs nothing."
        : `${n} campaigns wait for the unit to name people, to add a decision, or to say that it needs nothing.`,
    review: (year, until) => `The review of access of ${year}, until the end of ${until}.`,
    open: "Open Access",
  },
  test: {
    subject: "[Trạm] Test letter",
    lead: (time) => `This letter was asked for at ${time} to try how Trạm sends mail.`,
    fine: "That it has arrived means that mail works.",
    open: "Open the settings",
  },
};
