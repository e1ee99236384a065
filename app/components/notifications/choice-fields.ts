import type { Topic } from "#app/domain/notifications/topics.ts";

export const inPageField = (topic: Topic) => `${topic}_in_page`;
export const mailField = (topic: Topic) => `${topic}_mail`;
