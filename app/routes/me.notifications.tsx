import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChoicesForm } from "#app/components/notifications/choices-form.tsx";
import { HandedToTeams } from "#app/components/notifications/handed-to-teams.tsx";
import { WatchedSystems } from "#app/components/notifications/watched-systems.tsx";
import { listSystems, listTeams } from "#app/domain/directory/catalog.server.ts";
import { readChoices, readHours } from "#app/domain/notifications/choices.server.ts";
import { USUAL_HOURS } from "#app/domain/notifications/quiet-hours.ts";
import type { Topic } from "#app/domain/notifications/topics.ts";
import { listWatched } from "#app/domain/notifications/watches.server.ts";
import { type PageCtx, withContext } from "#app/http/context.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Words } from "#app/i18n/vi.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { changeNotifications } from "./me-notifications-forms.server.ts";

export const handle = { title: (w: Words) => w.notifications.choices.title };

export const loader = (args: LoaderFunctionArgs) =>
  withContext(args, async (ctx) => {
    const choices = await readChoices(ctx);
    const hours = await readHours(ctx);
    const offered = (topic: Topic) => choices.some((choice) => choice.topic === topic);
    return {
      ...{ choices, hours, usual: USUAL_HOURS },
      systems: offered("watched") ? await systemsOf(ctx) : null,
      teams: offered("team") ? await teamsOf(ctx) : null,
    };
  });

export const action = (args: ActionFunctionArgs) => withContext(args, (ctx) => changeNotifications(ctx, args.request));

async function systemsOf(ctx: PageCtx) {
  const watched = await listWatched(ctx);
  const known = new Set(watched.map(({ id }) => id));
  const all = await listSystems(ctx);
  return { watched, others: all.filter(({ id }) => !known.has(id)) };
}

async function teamsOf(ctx: PageCtx) {
  const own = new Set(ctx.actor.grants.map(({ teamId }) => teamId));
  return (await listTeams(ctx)).filter(({ id }) => own.has(id));
}

export default function MyNotifications() {
  const w = useWords();
  const { choices, hours, usual, systems, teams } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title={w.notifications.choices.title}
      lead={w.notifications.choices.lead}
      width="form"
      back={{ to: paths.me(), label: w.me.title }}
    >
      <ChoicesForm
        choices={choices}
        hours={hours}
        usual={usual}
        reply={refused?.form === "save" ? refused.reply : undefined}
      />
      {(systems || teams) && (
        <div className="mt-8">
          <Section id="watched" title={w.notifications.choices.watched}>
            {systems && <WatchedSystems {...systems} reply={refused?.form === "watch" ? refused.reply : undefined} />}
            {teams && <HandedToTeams teams={teams} watches={systems !== null} />}
          </Section>
        </div>
      )}
    </Page>
  );
}
