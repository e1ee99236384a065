import { useLang, useWords } from "#app/i18n/words.tsx";

type Props = { teams: readonly { id: number; name: string; nameEn: string }[]; watches: boolean };

/** What a second line hears of: it reads no ticket before it is handed over, so there is nothing to watch until then. */
export function HandedToTeams({ teams, watches }: Props) {
  const said = useWords().notifications.choices;
  const english = useLang() === "en";
  const names = teams.map((team) => (english ? team.nameEn : team.name)).join(", ");
  return (
    <>
      <p className="max-w-text">{said.handed(names)}</p>
      {!watches && <p className="max-w-text text-quiet">{said.nothingToWatch}</p>}
    </>
  );
}
