import type { ToldClock, WhyThisTime } from "#app/domain/tickets/clocks/why-this-time.server.ts";
import { paths } from "#app/http/paths.ts";
import { useLang, useWords } from "#app/i18n/words.tsx";
import { formatDate, formatDateTime } from "#app/lib/format.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { placeName } from "../place-name.ts";
import { Bar } from "./bar.tsx";
import { useOwner } from "./owner.ts";
import { sayExactly } from "./say-left.ts";
import { sayState, toneOf } from "./say-state.ts";
import { Spans } from "./spans.tsx";

export function WhyThisTimeView({ why }: { why: WhyThisTime }) {
  const w = useWords();
  const say = w.clocks.why;
  return (
    <Page
      title={say.title}
      lead={w.ticket.title(why.number, why.title)}
      back={{ to: paths.ticket(why.number), label: w.ticket.backToTicket }}
      width="form"
    >
      <p className="max-w-text pb-6">{say.lead}</p>
      {why.clocks.length === 0 && <p className="max-w-text pb-6">{say.nothingPromised}</p>}
      {why.clocks.map((clock) => (
        <OneClock key={clock.target} clock={clock} why={why} />
      ))}
      <ByWhat why={why} />
    </Page>
  );
}

function OneClock({ clock, why }: { clock: ToldClock; why: WhyThisTime }) {
  const w = useWords();
  const say = w.clocks.why;
  const open = clock.state === "running" || clock.state === "paused";
  const counted = { ...clock, elapsed: clock.used };
  return (
    <Section id={clock.target} title={w.clocks.target[clock.target]}>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr] [&_dt]:text-quiet">
        <dt>{say.state}</dt>
        <dd className="font-medium">{sayState(counted, w)}</dd>
        <dt>{say.counted}</dt>
        <dd>
          <span className="figures font-medium">{sayExactly(clock.elapsed)}</span>{" "}
          <span className="text-quiet">{say.outOf(sayExactly(clock.targetSeconds))}</span>
          <Bar share={clock.elapsed / clock.targetSeconds} tone={toneOf(counted)} className="max-w-60" />
        </dd>
        <dt>{say.span}</dt>
        <dd className="figures">
          {say.fromTo(
            formatDateTime(clock.startedAt),
            open ? say.now(formatDateTime(clock.end)) : formatDateTime(clock.end),
          )}
        </dd>
        {clock.dueAt && (
          <>
            <dt>{say.due}</dt>
            <dd className="figures">{formatDateTime(clock.dueAt)}</dd>
          </>
        )}
        {clock.firstMetAt &&
          clock.firstElapsedSeconds !== null &&
          clock.firstMetAt.getTime() !== clock.metAt?.getTime() && (
            <>
              <dt>{say.first}</dt>
              <dd className="figures">
                {say.firstAfter(formatDateTime(clock.firstMetAt), sayExactly(clock.firstElapsedSeconds))}
              </dd>
            </>
          )}
      </dl>
      {clock.earlier && <Earlier policy={clock.earlier.policy} />}
      {clock.state === "invalid" ? <p>{say.invalid}</p> : <Spans clock={clock} why={why} />}
    </Section>
  );
}

/** What was reached stays judged by what was promised then. */
function Earlier({ policy }: Pick<NonNullable<ToldClock["earlier"]>, "policy">) {
  const say = useWords().clocks.why;
  const lang = useLang();
  if (policy.place === null) return null;
  return (
    <p className="max-w-text text-quiet">{say.earlier(lang === "en" ? policy.nameEn : policy.name, policy.version)}</p>
  );
}

/** By which promise, and whose hours. */
function ByWhat({ why: { policy, calendars, ...why } }: { why: WhyThisTime }) {
  const w = useWords();
  const lang = useLang();
  const owner = useOwner();
  const say = w.clocks.why;
  if (!policy) return null;
  const facts = {
    kinds: w.tickets.kind[why.kind],
    priorities: `${why.priority.toUpperCase()} · ${w.tickets.priority[why.priority]}`,
    systemIds: lang === "en" ? why.system.nameEn : why.system.name,
    siteIds: placeName(why.ward, w),
    rightIds: why.rights.map(({ name, nameEn }) => (lang === "en" ? nameEn : name)).join(", "),
  };
  const conditions = "reasons" in policy ? policy.reasons : [];
  return (
    <Section id="by-what" title={say.byWhat}>
      {policy.place === null ? (
        <p className="max-w-text">{say.noPolicy(policy.of, policy.version)}</p>
      ) : (
        <div className="grid max-w-text gap-1">
          <p>
            <span className="font-medium">{lang === "en" ? policy.nameEn : policy.name}</span>
            {" · "}
            {say.version(policy.version, policy.madeAt ? formatDate(policy.madeAt) : "")}
          </p>
          <p className="text-quiet">
            {say.chosen(policy.place, policy.of)}{" "}
            {conditions.length === 0
              ? say.fitsAll
              : say.because(conditions.map((one) => `${w.policies.conditions[one]}: ${facts[one]}`).join("; "))}
          </p>
          <p className="text-quiet">{policy.vendorStops ? say.vendorStops : say.vendorCounts}</p>
        </div>
      )}
      <ul className="grid gap-1">
        {calendars.map((calendar) => (
          <li key={calendar.from?.getTime() ?? 0}>
            {calendar.from ? `${say.since(formatDateTime(calendar.from))} ` : ""}
            {owner(calendar)} <span className="text-quiet">· {say.calendarVersion(calendar.version)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
