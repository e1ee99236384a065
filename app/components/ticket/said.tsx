import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import type { Names } from "#app/domain/tickets/describe-event.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { cx } from "#app/ui/cx.ts";
import { Time } from "#app/ui/time.tsx";
import { FileList } from "./file-list.tsx";
import { MARK } from "./marked.tsx";
import { NotedText } from "./noted-text.tsx";
import type { FileItem, TimelineItem } from "./page-data.ts";

type SaidProps = { item: TimelineItem; who: string; names: Names; files: FileItem[]; fresh: boolean };

/** A public reply, or an internal note, which nobody can take for one. */
export function Said({ item, who, names, files, fresh }: SaidProps) {
  const { message } = item;
  if (!message) return null;
  const mentions = item.event.type === "ticket.noted" ? (item.event.mentions ?? []) : [];
  const told = mentions.flatMap((id) => names.people[id] ?? []);
  const words = (
    <>
      <NotedText names={told}>{message.body}</NotedText>
      <FileList files={files} />
    </>
  );
  return (
    <Speech who={who} at={item.at} fresh={fresh}>
      {message.internal ? <NoteBox>{words}</NoteBox> : words}
    </Speech>
  );
}

export function NoteBox({ children }: { children: ReactNode }) {
  const w = useWords();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-md border border-amber-line bg-amber-soft px-4 py-2">
      <p className="flex flex-wrap items-center gap-x-2 text-sm font-medium text-amber">
        <Lock aria-hidden className="size-4" />
        {w.ticket.internal}
        <span className="font-normal">{w.ticket.internalHint}</span>
      </p>
      {children}
    </div>
  );
}

type SpeechProps = { who: string; aside?: string; at: Date; fresh?: boolean; children: ReactNode };

export function Speech({ who, aside, at, fresh = false, children }: SpeechProps) {
  return (
    <article className={cx("grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2", fresh && MARK)}>
      <Avatar name={who} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <p className="flex min-h-7 flex-wrap items-baseline gap-x-2 pt-0.5">
          <span className="font-semibold">{who}</span>
          {aside && <span className="text-sm text-quiet">{aside}</span>}
          <Time at={at} className="text-sm text-quiet" />
        </p>
        {children}
      </div>
    </article>
  );
}
