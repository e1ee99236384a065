create table credentials (
  person_id integer primary key references people,
  password_hash text not null,
  changed_at timestamptz not null,
  failures integer not null default 0
);

-- The cookie is "id.secret"; only the secret's SHA-256 is kept, so a copy of this table opens nothing.
create table sessions (
  id text primary key,
  secret_hash bytea not null,
  person_id integer not null references people,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  idle_seconds integer not null,
  expires_at timestamptz not null,
  absolute_until timestamptz not null,
  user_agent text not null default '',
  peer text not null default ''
);
create index sessions_person_idx on sessions (person_id);

-- Fixed windows; losing them in a crash only resets the count.
create unlogged table rate_limits (
  key text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (key, window_start)
);

create function tram_person() returns integer language sql stable as $$
  select nullif(current_setting('tram.person', true), '')::integer
$$;
create function tram_ints(setting text) returns integer[] language sql stable as $$
  select coalesce(nullif(current_setting(setting, true), ''), '{}')::integer[]
$$;
create function tram_is_system() returns boolean language sql stable as $$
  select coalesce(current_setting('tram.system', true) = '1', false)
$$;

alter table credentials enable row level security;
alter table sessions enable row level security;
create policy credentials_own_or_system on credentials
  using ((select tram_is_system()) or person_id = (select tram_person()));
create policy sessions_own_or_system on sessions
  using ((select tram_is_system()) or person_id = (select tram_person()));

grant select, insert, update on credentials to tram_app;
grant select, insert, update, delete on sessions, rate_limits to tram_app;
