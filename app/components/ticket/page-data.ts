import type { Todo } from "#app/domain/access/home.server.ts";
import type { Mentionable } from "#app/domain/tickets/mentions.server.ts";
import type { TicketPage } from "#app/domain/tickets/ticket-page.server.ts";
import type { DoingName } from "./doing-names.ts";

/** What the page's loader hands down: the ticket as this person may see it, and an id for each command it may send. */
export type PageData = TicketPage & {
  commandIds: Record<DoingName | "say", string>;
  /** Set while an older part is shown: the way back to the newest. */
  newestTo: string | null;
  cursor: number;
  /** Of a request for access: what this reader can do for it now. */
  accessTodo: Todo | null;
  done: string | null;
  /** Whom a note can tell; nobody for those who write none. */
  mentionable: MentionablePerson[];
  /** The queue for those who have one, else the list of tickets. */
  backTo: { to: string; queue: boolean };
};
export type MentionablePerson = Mentionable;
export type TimelineItem = PageData["events"][number];
export type FileItem = PageData["files"][number];
