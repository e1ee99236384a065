-- Places and systems as an office keeps them: nothing is deleted, everything has dates, and a stale form is noticed.
alter table sites
  add column sort integer not null default 100,
  add column merged_into_id integer references sites,
  add column version integer not null default 1,
  add constraint sites_name_length check (char_length(name) between 1 and 120),
  add constraint sites_only_units_merge check (merged_into_id is null or (kind = 'ward' and merged_into_id <> id)),
  add constraint sites_merged_ones_have_ended check (merged_into_id is null or valid_until is not null);
alter table systems
  add column version integer not null default 1,
  add constraint systems_name_length check (char_length(name) between 1 and 120 and char_length(name_en) between 1 and 120);
alter table teams
  add column version integer not null default 1,
  add constraint teams_name_length check (char_length(name) between 1 and 120 and char_length(name_en) between 1 and 120);

-- What a place was called before, so that it is found and understood under its old name.
create table site_names (
  id integer generated always as identity primary key,
  site_id integer not null references sites,
  name text not null,
  unit_kind text,
  until date not null
);
create index site_names_site_idx on site_names (site_id, id);
alter table site_names enable row level security;
create policy site_names_read on site_names for select using (true);
create policy site_names_add on site_names for insert with check ((select tram_administers()));
grant select, insert on site_names to tram_app;

-- An admin reads no tickets, and still has to know how many are open where something is about to end. Numbers only.
create function tram_open_tickets(site integer, system integer, team integer)
returns table (status text, tickets integer) language sql stable security definer set search_path = public as $$
  select t.status, count(*)::integer from tickets t
  where tram_administers() and t.status not in ('closed', 'cancelled')
    and (site is null or t.site_id = site or t.department_id = site)
    and (system is null or t.system_id = system)
    and (team is null or t.team_id = team)
  group by t.status
$$;

-- The words of an entry, without marks and signs, for searching a history of millions.
create function tram_words(input text) returns text language sql immutable parallel safe strict as $$
  select btrim(regexp_replace(public.tram_fold(input), '[^a-z0-9]+', ' ', 'g'))
$$;
-- Every typed word, or the beginning of one, has to be there; null when nothing was typed that could be.
create function tram_words_query(input text) returns tsquery language sql immutable parallel safe strict as $$
  select case when public.tram_words(input) <> ''
    then to_tsquery('simple', replace(public.tram_words(input), ' ', ':* & ') || ':*') end
$$;
alter table audit_entries add column words tsvector generated always as (
  to_tsvector('simple', public.tram_words(object_name || ' ' || coalesce(before::text, '') || ' ' || coalesce(after::text, '')))
) stored;
create index audit_entries_words_idx on audit_entries using gin (words);
-- Pages of the history go back in time, of everything, one person, one kind of object or one object.
drop index audit_entries_actor_idx;
drop index audit_entries_object_idx;
create index audit_entries_actor_idx on audit_entries (actor_id, at desc, id desc);
create index audit_entries_kind_idx on audit_entries (object_kind, at desc, id desc);
create index audit_entries_object_idx on audit_entries (object_kind, object_id, at desc, id desc);
grant usage on all sequences in schema public to tram_app;
