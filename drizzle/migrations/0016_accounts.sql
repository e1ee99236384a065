-- A link that was mailed: whoever opens it has the mailbox. The secret itself is in the letter alone.
create table account_links (
  id bigint generated always as identity primary key,
  person_id integer not null references people,
  purpose text not null constraint account_links_purpose_known
    check (purpose in ('password_reset', 'invitation', 'address_confirm')),
  secret_hash bytea not null unique,
  address text,
  created_at timestamptz not null,
  valid_until timestamptz not null,
  used_at timestamptz,
  -- A newer one, or what happened to the account since, took its place.
  ended_at timestamptz,
  constraint account_links_confirm_an_address check ((purpose = 'address_confirm') = (address is not null))
);
create unique index account_links_one_open_idx on account_links (person_id, purpose) where used_at is null and ended_at is null;
create index account_links_person_idx on account_links (person_id, purpose, id desc);

-- Serves what is still to be told about one account; letters about tickets are most of the table.
create index deliveries_account_idx on deliveries (person_id, purpose, created_at desc) where purpose not in ('ticket', 'digest');

-- A browser in which somebody has signed in before: others' wrong passwords do not keep them out there. One browser at a
-- counter may be known for several people.
create table known_devices (
  token_hash bytea not null,
  person_id integer not null references people,
  created_at timestamptz not null,
  valid_until timestamptz not null,
  failures integer not null default 0,
  primary key (token_hash, person_id)
);
create index known_devices_person_idx on known_devices (person_id);
create index known_devices_valid_idx on known_devices (valid_until);

alter table account_links enable row level security;
create policy account_links_system on account_links using ((select tram_is_system()));
alter table known_devices enable row level security;
create policy known_devices_system on known_devices using ((select tram_is_system()));

grant select, insert, update, delete on account_links, known_devices to tram_app;
grant usage on all sequences in schema public to tram_app;
