export const mail = {
  settings: {
    title: "Mail",
    way: {
      resend: "Mail goes through Resend, whose servers are abroad.",
      smtp: "Mail goes through your own mail server.",
      disk: "Mail goes nowhere: no way is set up, letters stay in the data folder.",
    },
    content: "How much of a ticket mail carries",
    contentWhy:
      "Mail leaves Trạm, passes other servers and stays in mailboxes. The less it carries the safer; the reader opens the link to see the rest.",
    choices: {
      nothing: { label: "Nothing", hint: "Only the number, the status, who did what, and the link." },
      title: { label: "The title", hint: "Also the title and details of changes, such as the system or the priority." },
      text: {
        label: "The title and replies",
        hint: "Also replies word for word. Internal notes never go with mail.",
      },
    },
    test: "Send me a test letter",
    testHint: "To the address of the account you are signed in with, by the way all letters go.",
  },
  mailbox: {
    title: "Mailbox of the demo",
    lead: "The demo sends no mail out. All letters lie here, for anybody to read.",
    empty: "No letters yet",
    emptyHint: "A letter appears when a ticket changes, or when somebody asks for a new password.",
    ahead: (letters: number) => `${letters} ${letters === 1 ? "letter waits" : "letters wait"}; the first leaves at`,
    aheadWhy:
      "A letter waits two minutes for further changes, and for the reader's quiet hours to end, usually 20:00 to 07:00.",
    to: "To",
    from: "From",
    sent: "Sent",
    letter: "Letter",
    text: "Plain text",
    headers: "Headers",
  },
  preview: {
    title: "Letter templates",
    purpose: "Letter",
    lang: "Language",
    content: "Of the ticket",
    show: "Show",
    purposes: {
      ticket: "News of a ticket",
      warning: "Deadline warning",
      digest: "Daily news",
      invitation: "Invitation",
      password_reset: "New password",
      address_confirm: "Confirm an address",
      password_changed: "Password changed",
      address_changed: "Address changed",
      test: "Test letter",
      access_waits: "Access: what waits",
    },
  },
};
