import type { Words } from "../vi.ts";

export const filed: Words["filed"] = {
  title: (number) => `Ticket ${number}`,
  sent: "Ticket sent",
  who: "Who looks at it",
  phone: (phone) => `call ${phone}`,
  desk: "The duty desk of the digital transformation centre",
  next: "What happens next",
  steps: {
    read: "An engineer takes the ticket and answers on it.",
    told: "A new answer rings the bell at the top of the page, and is mailed if you chose so.",
    confirm: "When it is done, press “Works now” or “Still broken”. Silence closes it after three working days.",
  },
  meanwhile: "Meanwhile",
  counter: "Tell the citizens who wait, and take their papers by hand if possible.",
  addMore: "Remembered something, or have another picture: open the ticket and reply there.",
  onBehalf: (name) => `Sent for ${name}, who sees it on their own page.`,
  another: "Send another",
  priority: (word) => `Priority: ${word}`,
};
