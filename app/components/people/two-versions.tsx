import type { PlaceChoices } from "#app/domain/directory/people-places.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { formatPhone } from "#app/lib/format.ts";
import { isLang } from "#app/lib/lang.ts";
import { placeName } from "../place-name.ts";
import type { PersonFacts } from "./person-fields.tsx";

type Props = { typed: Record<string, string | string[]>; person: PersonFacts; places: PlaceChoices };

/** What this form holds beside what somebody else has saved meanwhile: only where the two differ. */
export function TwoVersions({ typed, person, places }: Props) {
  const w = useWords();
  const { form, conflict } = w.people;
  const place = (id: string) => {
    if (id === "") return form.noSite;
    if (String(places.city?.id) === id) return places.city?.name ?? id;
    const unit = places.units.find((one) => String(one.id) === id || one.rooms.some((room) => String(room.id) === id));
    const room = unit?.rooms.find((one) => String(one.id) === id);
    return unit ? [room?.name, placeName(unit, w)].filter(Boolean).join(" · ") : id;
  };
  const lang = (value: string) => (isLang(value) ? w.common.languages[value] : value);
  const text = (name: string) => String(typed[name] ?? "");
  const rows = [
    [form.fullName, text("fullName"), person.fullName],
    [form.email, text("email"), person.email],
    [form.phone, text("phone"), person.phone ? formatPhone(person.phone) : ""],
    [form.position, text("position"), person.position ?? ""],
    [form.site, place(text("siteId")), place(String(person.siteId ?? ""))],
    [form.lang, lang(text("lang")), lang(person.lang)],
  ] as const;
  const different = rows.filter(([, mine, theirs]) => mine !== theirs);
  if (different.length === 0) return null;
  return (
    <section aria-labelledby="two-versions" className="rounded-md border border-amber-line bg-amber-soft px-4 py-3">
      <h2 id="two-versions" className="font-semibold">
        {conflict.title}
      </h2>
      <p>{conflict.lead}</p>
      <table className="mt-2 w-full text-left">
        <thead className="text-sm">
          <tr>
            <th scope="col" className="pr-3 font-medium">
              {conflict.field}
            </th>
            <th scope="col" className="pr-3 font-medium">
              {conflict.yours}
            </th>
            <th scope="col" className="font-medium">
              {conflict.theirs}
            </th>
          </tr>
        </thead>
        <tbody>
          {different.map(([field, mine, theirs]) => (
            <tr key={field} className="border-t border-amber-line align-top">
              <th scope="row" className="py-1 pr-3 font-normal">
                {field}
              </th>
              <td className="py-1 pr-3 break-words">{mine || w.people.history.empty}</td>
              <td className="py-1 break-words">{theirs || w.people.history.empty}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
