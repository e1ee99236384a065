import { ChevronDown } from "lucide-react";
import { lazy, type RefObject, Suspense, useCallback, useEffect, useState } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { namedIn } from "./mention-query.ts";
import type { MentionablePerson } from "./page-data.ts";

const MentionPicker = lazy(() => import("./mention-picker.tsx"));

type Mentions = ReturnType<typeof useMentions>;

/** Whom a note tells: the boxes are the truth, and a name in the text ticks its box. */
export function useMentions(
  field: RefObject<HTMLTextAreaElement>,
  people: readonly MentionablePerson[],
  sent: string[],
) {
  const [ticked, setTicked] = useState<ReadonlySet<number>>(() => new Set(sent.map(Number)));
  const [byName, setByName] = useState<ReadonlySet<number>>(new Set());
  const change = (set: typeof setTicked, id: number, to: boolean) =>
    set((before) => new Set(to ? [...before, id] : [...before].filter((other) => other !== id)));
  const read = useCallback(() => {
    const named = new Set(namedIn(field.current?.value ?? "", people).map(({ id }) => id));
    setByName((before) => (String([...before]) === String([...named]) ? before : named));
  }, [field, people]);
  return {
    people,
    read,
    has: (id: number) => ticked.has(id) || byName.has(id),
    tick: (id: number, to: boolean) => {
      change(setTicked, id, to);
      if (!to) change(setByName, id, false);
    },
    clear: () => {
      setTicked(new Set());
      setByName(new Set());
    },
  };
}

type FieldProps = { mentions: Mentions; field: RefObject<HTMLTextAreaElement>; wanted(): boolean };

/** Comes with the first touch of the text field: who never writes a note never loads it. */
export function MentionOffer({ mentions, field, wanted }: FieldProps) {
  const [near, setNear] = useState(false);
  const { people, read, tick } = mentions;
  useEffect(() => {
    const box = field.current;
    if (!box || people.length === 0) return;
    const come = () => setNear(true);
    if (document.activeElement === box) come();
    box.addEventListener("focus", come);
    box.addEventListener("input", read);
    read();
    return () => {
      box.removeEventListener("focus", come);
      box.removeEventListener("input", read);
    };
  }, [field, people.length, read]);
  if (!near) return null;
  return (
    <Suspense fallback={null}>
      <MentionPicker field={field} people={people} wanted={wanted} onPick={({ id }) => tick(id, true)} />
    </Suspense>
  );
}

/** The same without a script, and to see who will be told: a list to tick, under the text of a note. */
export function MentionBoxes({ mentions, error }: { mentions: Mentions; error: string | null }) {
  const w = useWords();
  const { people, has, tick } = mentions;
  if (people.length === 0) return null;
  const names = people.filter(({ id }) => has(id)).map(({ fullName }) => fullName);
  return (
    <details open={error !== null} className="group/tell hidden group-has-[[value=internal]:checked]/say:block">
      <summary className="target flex w-fit max-w-full items-center gap-2 rounded-md pr-2 text-sm">
        <ChevronDown aria-hidden className="size-4 shrink-0 group-open/tell:rotate-180" />
        <span className="font-medium whitespace-nowrap">{w.ticket.mention.tell}</span>
        <span className="wrap-anywhere text-quiet">{names.length > 0 ? names.join(", ") : w.ticket.mention.hint}</span>
      </summary>
      {error && <p className="text-sm font-medium text-red">{error}</p>}
      <ul className="grid max-h-56 gap-x-4 overflow-y-auto sm:grid-cols-2">
        {people.map(({ id, fullName, position }) => (
          <li key={id}>
            <label className="target flex cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                name="mentions"
                value={id}
                checked={has(id)}
                onChange={(event) => tick(id, event.currentTarget.checked)}
                className="size-[18px] shrink-0 accent-accent"
              />
              <span className="min-w-0 wrap-anywhere">
                {fullName}
                {position && <span className="text-sm text-quiet"> · {position}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
