-- What a person is told about a ticket: a line in the bell, and perhaps a part of a mail.
create table notifications (
  id bigint generated always as identity primary key,
  person_id integer not null references people,
  ticket_number integer not null references tickets,
  event_id bigint not null references ticket_events,
  topic text not null,
  relation text not null,
  in_page boolean not null,
  mail text not null constraint notifications_mail_known check (mail in ('no', 'now', 'digest')),
  at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz,
  constraint notifications_once unique (person_id, event_id)
);
create index notifications_person_idx on notifications (person_id, id desc) where in_page;
create index notifications_unread_idx on notifications (person_id, ticket_number) where in_page and read_at is null;
create index notifications_unmailed_idx on notifications (person_id, ticket_number) where mail <> 'no' and mailed_at is null;
create index notifications_at_idx on notifications (at);

-- The outbox: what has to leave the building, written in the transaction of its cause and sent by a job. Holds ids, never
-- words of a ticket nor the secret of a link; those are looked up, or made, when it is sent.
create table deliveries (
  id uuid primary key default gen_random_uuid(),
  person_id integer not null references people,
  to_address text,
  purpose text not null constraint deliveries_purpose_known check (purpose in ('ticket', 'digest', 'invitation',
    'password_reset', 'password_changed', 'address_confirm', 'address_changed', 'test')),
  ticket_number integer references tickets,
  state text not null default 'waiting' constraint deliveries_state_known
    check (state in ('waiting', 'queued', 'sent', 'failed', 'dropped')),
  created_at timestamptz not null,
  due_at timestamptz not null,
  queued_at timestamptz,
  attempts integer not null default 0,
  round integer not null default 0,
  last_error text,
  sent_at timestamptz,
  provider text,
  provider_id text,
  constraint deliveries_ticket_mail_has_a_ticket check ((purpose = 'ticket') = (ticket_number is not null))
);
-- Several changes of one ticket within a short while are one mail.
create unique index deliveries_one_waiting_idx on deliveries (person_id, ticket_number)
  where state = 'waiting' and purpose = 'ticket';
create index deliveries_due_idx on deliveries (due_at) where state in ('waiting', 'queued');
create index deliveries_created_idx on deliveries (created_at desc, id);
create index deliveries_failed_idx on deliveries (created_at desc) where state = 'failed';

create table notification_choices (
  person_id integer not null references people,
  topic text not null,
  in_page boolean not null,
  mail text not null constraint notification_choices_mail_known check (mail in ('no', 'now', 'digest')),
  primary key (person_id, topic)
);
-- Hours in which nothing is mailed but what cannot wait; both null: any hour.
create table notification_hours (
  person_id integer primary key references people,
  quiet_from time,
  quiet_until time,
  constraint notification_hours_both check ((quiet_from is null) = (quiet_until is null))
);
create table system_watches (
  person_id integer not null references people,
  system_id integer not null references systems,
  since timestamptz not null,
  primary key (person_id, system_id)
);
create index system_watches_system_idx on system_watches (system_id);

alter table notifications enable row level security;
create policy notifications_own on notifications for select using (tram_is_system() or person_id = (select tram_person()));
create policy notifications_read_on on notifications for update using (tram_is_system() or person_id = (select tram_person()));
create policy notifications_sweep on notifications for delete using (tram_is_system());
-- Whoever may write the event may tell of it.
create policy notifications_tell on notifications for insert with check (
  exists (select from ticket_events e where e.id = event_id and e.ticket_number = notifications.ticket_number));

alter table deliveries enable row level security;
create policy deliveries_read on deliveries for select using ((select tram_administers()));
create policy deliveries_change on deliveries for update using ((select tram_administers()));
create policy deliveries_sweep on deliveries for delete using ((select tram_administers()));
create policy deliveries_put on deliveries for insert with check (tram_person() is not null or tram_is_system());

alter table notification_choices enable row level security;
create policy notification_choices_own on notification_choices using (tram_is_system() or person_id = (select tram_person()));
alter table notification_hours enable row level security;
create policy notification_hours_own on notification_hours using (tram_is_system() or person_id = (select tram_person()));
alter table system_watches enable row level security;
create policy system_watches_own on system_watches using (tram_is_system() or person_id = (select tram_person()));

-- A mail about a ticket that already waits takes the new change with it, and goes earlier when that cannot wait.
create function tram_put_ticket_mail(person integer, ticket integer, created timestamptz, due timestamptz) returns void
language sql security definer set search_path = public as $$
  insert into deliveries (person_id, purpose, ticket_number, created_at, due_at) values (person, 'ticket', ticket, created, due)
  on conflict (person_id, ticket_number) where state = 'waiting' and purpose = 'ticket'
  do update set due_at = least(deliveries.due_at, excluded.due_at)
$$;

grant select, insert, update, delete on notifications, deliveries, notification_choices, notification_hours, system_watches
  to tram_app;
grant usage on all sequences in schema public to tram_app;
