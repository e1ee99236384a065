import { Form, Link } from "@remix-run/react";
import { LogOut, UserRound } from "lucide-react";
import { useWords } from "#app/i18n/words.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Menu, menuItemClass } from "#app/ui/menu.tsx";
import { LanguageSwitch, ThemeSwitch } from "./preferences.tsx";

export function PersonMenu({ name }: { name: string }) {
  const w = useWords();
  return (
    <Menu
      name={w.shell.personMenu(name)}
      label={<Avatar name={name} />}
      className="target-square inline-flex items-center justify-center rounded-full"
    >
      <PersonChoices name={name} />
    </Menu>
  );
}

/** The same lines stand in the menu of the desktop and in the sheet of the phone. */
export function PersonChoices({ name }: { name: string }) {
  const w = useWords();
  return (
    <>
      <p className="px-3 py-2 font-semibold">{name}</p>
      <Link to="/me" className={menuItemClass}>
        <UserRound aria-hidden />
        {w.shell.me}
      </Link>
      <div className="my-1 grid gap-1 border-y border-line px-2 py-2">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <Form method="post" action="/logout" reloadDocument>
        <button type="submit" className={menuItemClass}>
          <LogOut aria-hidden />
          {w.shell.signOut}
        </button>
      </Form>
    </>
  );
}
