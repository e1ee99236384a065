import { DayField } from "#app/components/admin/dates.tsx";
import type { AskPage } from "#app/domain/access/ask-page.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { TextField } from "#app/ui/field.tsx";
import type { Reply, useReply } from "#app/ui/form-reply.ts";
import { Section } from "#app/ui/page.tsx";
import { useNamed } from "./access-home-view.tsx";
import { ManyChoices } from "./many-choices.tsx";

type Props = { page: AskPage; reply: Reply; said: ReturnType<typeof useReply> };
const chosenIn = (reply: Reply, name: string) => [reply.values[name] ?? []].flat();

/** What can be asked for, system by system, each with what it needs. */
export function AskRights({ page, reply, said }: Props) {
  const named = useNamed();
  const words = useWords().accessPages.ask;
  return (
    <Section id="rights" title={words.rights}>
      <ManyChoices
        name="rightIds"
        label={words.rights}
        hint={words.rightsHint}
        choices={page.rights.map(({ id, needs, systemId, ...right }) => ({
          value: id,
          group: named(right.system),
          open: systemId === page.systemId,
          label: named(right),
          hint: [
            right.about,
            ...(Object.keys(words.needs) as (keyof typeof words.needs)[])
              .filter((need) => needs[need])
              .map((need) => words.needs[need]),
          ]
            .filter(Boolean)
            .join(" · "),
        }))}
        chosen={chosenIn(reply, "rightIds")}
        error={said.error("rightIds")}
      />
    </Section>
  );
}

/** For whom, in what position, from when until when, and whose right ends with it. */
export function AskPeople({ page, reply, said: { value, error } }: Props) {
  const named = useNamed();
  const words = useWords().accessPages.ask;
  return (
    <Section id="people" title={words.people}>
      <ManyChoices
        name="personIds"
        label={words.people}
        hint={words.peopleHint}
        choices={page.colleagues.map(({ id, fullName, position, departmentName }) => ({
          ...{ value: id, group: departmentName ?? "", open: page.colleagues.length <= 20 },
          ...{ label: fullName, hint: position ?? words.noPosition },
        }))}
        chosen={chosenIn(reply, "personIds")}
        error={error("personIds")}
      />
      <TextField
        name="position"
        label={words.position}
        hint={words.positionHint}
        optional
        maxLength={120}
        defaultValue={value("position")}
        error={error("position")}
      />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <DayField name="from" label={words.from} optional day="" typed={value("from")} error={error("from")} />
        <DayField
          name="until"
          label={words.until}
          hint={words.untilHint}
          optional
          day=""
          typed={value("until")}
          error={error("until")}
        />
      </div>
      {page.holders.length > 0 && (
        <ManyChoices
          name="successorOf"
          label={words.successor}
          hint={words.successorHint}
          choices={page.holders.map(({ id, name, rightId }) => {
            const right = page.rights.find((one) => one.id === rightId);
            return {
              ...{ value: id, group: right ? named(right.system) : "", open: false },
              ...{ label: name, hint: right ? named(right) : "" },
            };
          })}
          chosen={chosenIn(reply, "successorOf")}
          error={error("successorOf")}
        />
      )}
    </Section>
  );
}
