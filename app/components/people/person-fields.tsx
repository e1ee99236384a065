import type { PlaceChoices } from "#app/domain/directory/people-places.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatPhone } from "#app/lib/format.ts";
import { LANGS, type Lang } from "#app/lib/lang.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";
import type { useReply } from "#app/ui/form-reply.ts";
import { PlaceField } from "./place-field.tsx";

export type PersonFacts = {
  fullName: string;
  email: string;
  phone: string | null;
  position: string | null;
  siteId: number | null;
  lang: Lang;
};
type PersonFieldsProps = { person?: PersonFacts; places: PlaceChoices; said: ReturnType<typeof useReply> };

export function PersonFields({ person, places, said: { value, error } }: PersonFieldsProps) {
  const w = useWords();
  const words = w.people.form;
  return (
    <>
      <TextField
        name="fullName"
        label={words.fullName}
        hint={words.fullNameHint}
        defaultValue={value("fullName") ?? person?.fullName}
        error={error("fullName")}
        maxLength={120}
        autoComplete="off"
        required
      />
      <TextField
        name="email"
        type="email"
        label={words.email}
        hint={person ? words.emailHint : undefined}
        defaultValue={value("email") ?? person?.email}
        error={error("email")}
        maxLength={254}
        autoComplete="off"
        required
      />
      <TextField
        name="phone"
        type="tel"
        label={words.phone}
        hint={words.phoneHint}
        defaultValue={value("phone") ?? (person?.phone ? formatPhone(person.phone) : undefined)}
        error={error("phone")}
        maxLength={40}
        autoComplete="off"
        optional
      />
      <TextField
        name="position"
        label={words.position}
        defaultValue={value("position") ?? person?.position ?? undefined}
        error={error("position")}
        maxLength={120}
        autoComplete="off"
        optional
      />
      <PlaceField
        name="siteId"
        label={words.site}
        places={places}
        empty={words.noSite}
        defaultValue={value("siteId") ?? person?.siteId}
        error={error("siteId")}
      />
      <SelectField
        name="lang"
        label={words.lang}
        choices={LANGS.map((lang) => ({ value: lang, label: w.common.languages[lang] }))}
        defaultValue={value("lang") ?? person?.lang ?? "vi"}
        error={error("lang")}
      />
    </>
  );
}
