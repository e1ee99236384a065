-- Folded text for comparing what people type in a hurry: NFC, no marks, đ as d, lower case.
-- Marks go first: lower() of a marked capital depends on the database's locale, of a plain one it does not.
create function tram_fold(input text) returns text language sql immutable parallel safe strict as $$
  select lower(public.unaccent('public.unaccent'::regdictionary, normalize(input, NFC)))
$$;

create table tickets (
  number integer generated always as identity (start with 10001) primary key,
  site_id integer not null references sites,
  department_id integer references sites,
  reporter_id integer not null references people,
  filed_by_id integer not null references people,
  affected_person_id integer references people,
  affected_name text,
  affected_position text,
  kind text not null constraint tickets_kind_known check (kind in ('software_error', 'missing_permission', 'account',
    'how_to', 'data_correction', 'equipment', 'network', 'other')),
  system_id integer not null references systems,
  title text not null constraint tickets_title_length check (char_length(title) between 1 and 200),
  body text not null default '' constraint tickets_body_length check (char_length(body) <= 20000),
  answers jsonb not null default '{}',
  impact text not null constraint tickets_impact_known
    check (impact in ('one_person', 'one_department', 'counter_slowed', 'counter_stopped', 'whole_ward')),
  urgency text not null constraint tickets_urgency_known check (urgency in ('now', 'today', 'later')),
  people_waiting integer not null default 0 constraint tickets_waiting_range check (people_waiting between 0 and 9999),
  priority text not null constraint tickets_priority_known check (priority in ('p1', 'p2', 'p3', 'p4')),
  status text not null default 'new' constraint tickets_status_known
    check (status in ('new', 'assigned', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled')),
  hold_reason text constraint tickets_hold_reason_known check (hold_reason in ('reporter', 'approval', 'vendor', 'scheduled')),
  hold_until timestamptz,
  assignee_id integer references people,
  team_id integer references teams,
  occurred_at timestamptz not null,
  written_at timestamptz not null,
  received_at timestamptz not null,
  first_response_at timestamptz,
  first_resolved_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  resolution jsonb,
  version integer not null default 1,
  last_event_id bigint not null default 0,
  updated_at timestamptz not null,
  constraint tickets_hold_has_reason check ((status = 'on_hold') = (hold_reason is not null)),
  constraint tickets_resolved_has_time check (status not in ('resolved', 'closed') or resolved_at is not null),
  constraint tickets_closed_has_time check ((status = 'closed' or status = 'cancelled') = (closed_at is not null)),
  constraint tickets_new_has_nobody check (status <> 'new' or assignee_id is null)
);
-- The queue and the officer's list read open tickets of a few wards, newest or most urgent first.
create index tickets_open_site_idx on tickets (site_id, priority, received_at) where status not in ('closed', 'cancelled');
create index tickets_open_team_idx on tickets (team_id, received_at) where status not in ('closed', 'cancelled') and team_id is not null;
create index tickets_assignee_idx on tickets (assignee_id, received_at) where status not in ('closed', 'cancelled');
create index tickets_city_open_idx on tickets (priority, received_at) where status not in ('closed', 'cancelled');
-- Lists that include closed tickets, and the reports.
create index tickets_site_received_idx on tickets (site_id, received_at desc, number desc);
create index tickets_received_idx on tickets (received_at desc, number desc);
create index tickets_resolved_idx on tickets (resolved_at) where resolved_at is not null;
create index tickets_first_resolved_idx on tickets (first_resolved_at) where first_resolved_at is not null;
create index tickets_department_idx on tickets (department_id, received_at desc);
create index tickets_reporter_idx on tickets (reporter_id, received_at desc);
create index tickets_affected_idx on tickets (affected_person_id) where affected_person_id is not null;
-- "Already reported?" while typing: open tickets of one ward and system.
create index tickets_alike_idx on tickets (site_id, system_id, received_at desc) where status not in ('closed', 'cancelled', 'resolved');

create table messages (
  id integer generated always as identity primary key,
  ticket_number integer not null references tickets,
  author_id integer not null references people,
  visibility text not null constraint messages_visibility_known check (visibility in ('public', 'internal')),
  body text not null constraint messages_body_length check (char_length(body) between 1 and 20000),
  written_at timestamptz not null
);
create index messages_ticket_idx on messages (ticket_number, id);

-- Append-only, and the truth: the tickets row is what these events add up to.
create table ticket_events (
  id bigint generated always as identity primary key,
  ticket_number integer not null references tickets,
  site_id integer not null references sites,
  type text not null,
  data jsonb not null default '{}',
  actor_id integer references people,
  message_id integer references messages,
  internal boolean not null default false,
  version integer not null,
  command_id uuid,
  at timestamptz not null
);
create index ticket_events_ticket_idx on ticket_events (ticket_number, id);
create function tram_refuse_change() returns trigger language plpgsql as $$
begin raise exception '% is append-only', tg_table_name; end $$;
create trigger ticket_events_append_only before update or delete or truncate on ticket_events
  execute function tram_refuse_change();

create table ticket_people (
  ticket_number integer not null references tickets,
  person_id integer not null references people,
  relation text not null constraint ticket_people_relation_known check (relation in ('follower', 'affected')),
  people_waiting integer not null default 0,
  since timestamptz not null,
  primary key (ticket_number, person_id)
);
create index ticket_people_person_idx on ticket_people (person_id, ticket_number);

create table ticket_reads (
  ticket_number integer not null references tickets,
  person_id integer not null references people,
  event_id bigint not null,
  primary key (person_id, ticket_number)
);

create table ticket_links (
  from_number integer not null references tickets,
  to_number integer not null references tickets,
  kind text not null constraint ticket_links_kind_known check (kind in ('related', 'duplicate', 'follow_up')),
  by_id integer references people,
  at timestamptz not null,
  primary key (from_number, to_number),
  constraint ticket_links_not_to_itself check (from_number <> to_number)
);
create index ticket_links_to_idx on ticket_links (to_number);

-- A file belongs to nobody's ticket until its form is sent; the sweep removes those that never were.
create table files (
  id uuid primary key,
  ticket_number integer references tickets,
  message_id integer references messages,
  uploader_id integer not null references people,
  name text not null,
  mime text not null constraint files_mime_allowed check (mime in ('image/png', 'image/jpeg', 'image/webp', 'application/pdf')),
  size_bytes integer not null,
  width integer,
  height integer,
  sha256 text not null,
  created_at timestamptz not null
);
create index files_ticket_idx on files (ticket_number);
create index files_unattached_idx on files (created_at) where ticket_number is null;
create table file_views (
  file_id uuid not null references files,
  person_id integer not null references people,
  at timestamptz not null
);
create index file_views_file_idx on file_views (file_id, at);

-- The first answer to a client-made id; a repeat is answered with it and changes nothing.
create table commands (
  id uuid not null,
  person_id integer not null references people,
  verb text not null,
  digest text not null,
  result jsonb,
  at timestamptz not null,
  primary key (person_id, id)
);
create index commands_at_idx on commands (at);

create unlogged table ticket_viewers (
  connection_id uuid primary key,
  ticket_number integer not null,
  person_id integer not null,
  seen_at timestamptz not null default now()
);
create index ticket_viewers_ticket_idx on ticket_viewers (ticket_number);
