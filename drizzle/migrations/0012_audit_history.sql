-- Who changed people, places, rights and settings, from what to what. Append-only.
create table audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id integer references people,
  action text not null,
  object_kind text not null,
  object_id text not null,
  object_name text not null,
  before jsonb,
  after jsonb,
  peer text,
  request_id text
);
create index audit_entries_at_idx on audit_entries (at desc, id desc);
create index audit_entries_actor_idx on audit_entries (actor_id, id desc);
create index audit_entries_object_idx on audit_entries (object_kind, object_id, id desc);
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
  execute function tram_refuse_change();

alter table audit_entries enable row level security;
create policy audit_entries_read on audit_entries for select using ((select tram_administers()));
create policy audit_entries_write on audit_entries for insert with check (
  tram_is_system() or actor_id is not distinct from tram_person());
grant select, insert on audit_entries to tram_app;
grant usage on all sequences in schema public to tram_app;
