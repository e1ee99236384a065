-- An office runs its own people: whom it invited, who left or moves on a day, and a count that tells a stale form.
alter table people
  add column version integer not null default 1,
  add column disabled_reason text,
  add column leaves_on date,
  add column moves_on date,
  add column next_site_id integer references sites,
  add column next_position text,
  add column invited_at timestamptz,
  add column joined_at timestamptz,
  add column search_text text not null generated always as (
    tram_fold(' ' || full_name || ' ' || email || ' ' || split_part(email, '@', 2) || ' ' || coalesce(position, '') || ' '
      || coalesce(phone || ' ' || regexp_replace(phone, '^\+84', '0'), ''))
  ) stored,
  add constraint people_move_has_a_place check ((moves_on is null) = (next_site_id is null)),
  add constraint people_leave_or_gone check (leaves_on is null or disabled_at is null);

update people p set joined_at = c.changed_at from credentials c where c.person_id = p.id;

-- Given name, family name, what stands between: how a list of people is ordered here (compareNames in app/lib/format.ts).
create function tram_name_key(full_name text) returns text[] language sql immutable parallel safe strict as $$
  select array[n[cardinality(n)], case when cardinality(n) > 1 then n[1] else '' end, array_to_string(n[2:cardinality(n) - 1], ' ')]
  from regexp_split_to_array(btrim(normalize(full_name, NFC)), '\s+') as n
$$;
-- Serves the list of people, a page at a time.
create index people_name_order_idx on people ((tram_name_key(full_name)) collate "vi-x-icu", id);
create index people_search_idx on people using gin (search_text gin_trgm_ops);
create index people_place_idx on people (site_id);
create index people_due_idx on people (least(moves_on, leaves_on)) where moves_on is not null or leaves_on is not null;

-- Whoever changes what a form shows makes that form stale, whichever way they came.
create function tram_count_person() returns trigger language plpgsql as $$
begin
  if new.version = old.version and row(new.full_name, new.email, new.phone, new.position, new.site_id, new.lang, new.disabled_at,
      new.leaves_on, new.moves_on, new.next_site_id) is distinct from row(old.full_name, old.email, old.phone, old.position,
      old.site_id, old.lang, old.disabled_at, old.leaves_on, old.moves_on, old.next_site_id) then
    new.version := old.version + 1;
  end if;
  return new;
end $$;
create trigger people_count_changes before update on people for each row execute function tram_count_person();

-- Passwords and letters are not the admin's to read; that there is one is.
create function tram_person_joined() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update people set joined_at = new.changed_at where id = new.person_id and joined_at is null;
  return null;
end $$;
create trigger credentials_join after insert on credentials for each row execute function tram_person_joined();
create function tram_people_invited() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update people p set invited_at = fresh.created_at from fresh
  where fresh.purpose = 'invitation' and p.id = fresh.person_id and p.invited_at is distinct from fresh.created_at;
  return null;
end $$;
create trigger deliveries_invite after insert on deliveries referencing new table as fresh for each statement
  execute function tram_people_invited();

-- An admin learns how many open tickets somebody has, and their numbers, not what they say.
create function tram_open_tickets_of(person integer, bound integer)
returns table (relation text, number integer, site_id integer, total bigint)
language sql stable security definer set search_path = public as $$
  (select 'assignee', t.number, t.site_id, count(*) over () from tickets t
    where tram_administers() and t.assignee_id = person and t.status not in ('closed', 'cancelled', 'resolved')
    order by t.number limit bound)
  union all
  (select 'reporter', t.number, t.site_id, count(*) over () from tickets t
    where tram_administers() and t.reporter_id = person and t.status not in ('closed', 'cancelled', 'resolved')
    order by t.number desc limit bound)
$$;

-- Rights are read with the session; whoever waited for somebody else's change asks once more whether they still hold theirs.
create function tram_still_administers(today date) returns boolean language sql stable as $$
  select tram_is_system() or exists (
    select from grants g join people p on p.id = g.person_id
    where g.person_id = tram_person() and g.role = 'admin' and p.disabled_at is null
      and g.valid_from <= today and (g.valid_until is null or g.valid_until >= today))
$$;

-- A grant that has not had a day yet may be taken back; what was held stays as a row with its last day.
create policy grants_take_back on grants for delete using ((select tram_administers()));
grant delete on grants to tram_app;

-- A file of people between its dry run and the doing of it.
create table people_imports (
  id uuid primary key default gen_random_uuid(),
  by_id integer not null references people,
  name text not null,
  content text not null,
  created_at timestamptz not null,
  done_at timestamptz,
  result jsonb
);
create index people_imports_created_idx on people_imports (created_at);
alter table people_imports enable row level security;
create policy people_imports_own on people_imports
  using ((select tram_is_system()) or ((select tram_administers()) and by_id = (select tram_person())));
grant select, insert, update, delete on people_imports to tram_app;
