import type { ApprovalWay } from "#app/domain/access/approval.ts";
import type { WayNames } from "#app/domain/access/way.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { type Reply, useReply } from "#app/ui/form-reply.ts";
import { useNamed } from "./access-home-view.tsx";

export type Way = ApprovalWay;
type Props = {
  n: number;
  step?: Way[number];
  names: WayNames;
  positions: readonly { id: number; name: string; nameEn: string }[];
  reply?: Reply;
};
const NEEDS = ["any", "all", "2", "3"] as const;

/** One step of the way to an approval: who may decide it, and how many of them it takes. */
export function StepFields({ n, step, names, positions, reply }: Props) {
  const words = useWords().accessCatalogue;
  const named = useNamed();
  const { error, value } = useReply(reply, words.problems);
  const who = step?.who ?? [];
  const checked = reply ? [reply.values[`who${n}`] ?? []].flat() : who.map(({ by }) => by as string);
  const position = who.find((one) => one.by === "position");
  const person = who.find((one) => one.by === "person");
  const address = person && names.people[person.personId]?.email;
  return (
    <details open={n === 0 || checked.length > 0 || who.length > 0} className="border-b border-line pb-2">
      <summary className="target py-2 font-medium">{words.stepTitle(n + 1)}</summary>
      <fieldset className="grid gap-3 pb-2">
        <legend className="sr-only">{words.stepTitle(n + 1)}</legend>
        <div className="grid gap-x-6 sm:grid-cols-2">
          {(Object.keys(words.by) as (keyof typeof words.by)[]).map((by) => (
            <Checkbox
              key={by}
              id={`who${n}-${by}`}
              name={`who${n}`}
              value={by}
              label={words.by[by]}
              defaultChecked={checked.includes(by)}
            />
          ))}
        </div>
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <SelectField
            name={`position${n}`}
            label={words.postOf}
            empty={words.nobody}
            choices={positions.map((one) => ({ value: one.id, label: named(one) }))}
            defaultValue={value(`position${n}`) ?? position?.positionId ?? ""}
            error={error(`position${n}`)}
          />
          <TextField
            name={`person${n}`}
            type="email"
            label={words.personOf}
            optional
            maxLength={254}
            defaultValue={value(`person${n}`) ?? address}
            error={error(`person${n}`)}
          />
          <SelectField
            name={`need${n}`}
            label={words.needLabel}
            choices={NEEDS.map((need) => ({ value: need, label: words.need(need) }))}
            defaultValue={value(`need${n}`) ?? step?.need ?? "any"}
          />
        </div>
      </fieldset>
    </details>
  );
}
