import { type RefObject, useCallback, useEffect, useId, useRef, useState } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { cx } from "#app/ui/cx.ts";
import { askedAt, peopleFor } from "./mention-query.ts";
import type { MentionablePerson } from "./page-data.ts";

type PickerProps = {
  field: RefObject<HTMLTextAreaElement>;
  people: readonly MentionablePerson[];
  /** Whether names count now: only in notes. */
  wanted(): boolean;
  onPick(person: MentionablePerson): void;
};
type Asked = { from: number; query: string };

/** People offered after an "@". Telex types with letters and Enter, so nothing is done while a word is being composed. */
export default function MentionPicker({ field, people, wanted, onPick }: PickerProps) {
  const w = useWords();
  const list = useId();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [at, setAt] = useState(0);
  const dropped = useRef<number | null>(null);
  const found = asked ? peopleFor(people, asked.query) : [];
  const open = asked !== null && found.length > 0;
  const optionId = (person: MentionablePerson) => `${list}-${person.id}`;
  const chosen = found[Math.min(at, found.length - 1)];

  const look = useCallback(() => {
    const box = field.current;
    if (!box) return;
    const { selectionStart, selectionEnd, value } = box;
    const now = wanted() && selectionStart === selectionEnd ? askedAt(value, selectionStart) : null;
    if (now?.from !== dropped.current) dropped.current = null;
    setAsked((before) => {
      if (now?.from !== before?.from || now?.query !== before?.query) setAt(0);
      return now && dropped.current === null ? now : null;
    });
  }, [field, wanted]);

  const choose = useCallback(
    (person: MentionablePerson) => {
      const box = field.current;
      if (!box || !asked) return;
      dropped.current = asked.from;
      box.focus();
      box.setSelectionRange(asked.from, box.selectionStart);
      // Typed by the browser, so that its own undo takes it back; where it cannot, the text is set.
      if (!document.execCommand("insertText", false, `@${person.fullName} `)) {
        box.setRangeText(`@${person.fullName} `, asked.from, box.selectionEnd, "end");
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }
      setAsked(null);
      onPick(person);
    },
    [asked, field, onPick],
  );

  useEffect(() => {
    const box = field.current;
    if (!box) return;
    const onInput = (event: Event) => {
      if (!(event instanceof InputEvent && event.isComposing)) look();
    };
    const onKey = (event: KeyboardEvent) => {
      if (!open || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
      const take = () => {
        event.preventDefault();
        event.stopPropagation();
      };
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        take();
        const step = event.key === "ArrowDown" ? 1 : -1;
        setAt((now) => (Math.min(now, found.length - 1) + step + found.length) % found.length);
      } else if ((event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) && chosen) {
        take();
        choose(chosen);
      } else if (event.key === "Escape") {
        take();
        dropped.current = asked?.from ?? null;
        setAsked(null);
      }
    };
    const close = () => setAsked(null);
    const onMove = (event: KeyboardEvent) => {
      if (/^(Arrow(Left|Right)|Home|End)$/.test(event.key)) look();
    };
    box.addEventListener("input", onInput);
    box.addEventListener("compositionend", look);
    box.addEventListener("click", look);
    box.addEventListener("keyup", onMove);
    box.addEventListener("keydown", onKey);
    box.addEventListener("blur", close);
    return () => {
      box.removeEventListener("input", onInput);
      box.removeEventListener("compositionend", look);
      box.removeEventListener("click", look);
      box.removeEventListener("keyup", onMove);
      box.removeEventListener("keydown", onKey);
      box.removeEventListener("blur", close);
    };
  }, [field, look, choose, open, found.length, chosen, asked]);

  const active = open && chosen ? optionId(chosen) : null;
  useEffect(() => {
    const box = field.current;
    if (!box) return;
    box.setAttribute("aria-haspopup", "listbox");
    box.setAttribute("aria-autocomplete", "list");
    if (active) {
      box.setAttribute("aria-controls", list);
      box.setAttribute("aria-activedescendant", active);
    } else {
      box.removeAttribute("aria-controls");
      box.removeAttribute("aria-activedescendant");
    }
  }, [field, list, active]);
  // What was typed before this part of the page arrived.
  useEffect(look, [look]);

  return (
    <>
      <p role="status" className="sr-only">
        {open && w.ticket.mention.found(found.length)}
      </p>
      {open && (
        <div
          id={list}
          role="listbox"
          aria-label={w.ticket.mention.tell}
          className="absolute bottom-full left-0 z-40 mb-1 max-h-72 w-[min(22rem,100%)] animate-appear overflow-y-auto rounded-md bg-raised p-1 shadow-float"
        >
          {found.map((person) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which says which option is meant
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the text field
            <div
              key={person.id}
              id={optionId(person)}
              role="option"
              aria-selected={person === chosen}
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
              className={cx(
                "target flex cursor-pointer flex-wrap items-center gap-x-2 rounded-sm px-3 py-1 hover:bg-sunken",
                person === chosen && "bg-accent-soft",
              )}
            >
              <span className="font-medium">{person.fullName}</span>
              {person.position && <span className="text-sm text-quiet">{person.position}</span>}
            </div>
          ))}
        </div>
      )}
    </>
  );
}
