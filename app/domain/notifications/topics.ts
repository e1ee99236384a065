/** Kinds of news a person chooses about, in the order they are offered. */
export const TOPICS = ["progress", "reply", "note", "mention", "assigned", "arrived", "team", "watched"] as const;
export type Topic = (typeof TOPICS)[number];

/** By mail: not at all, soon, or once a day. */
export const MAIL_WISHES = ["no", "now", "digest"] as const;
export type MailWish = (typeof MAIL_WISHES)[number];
