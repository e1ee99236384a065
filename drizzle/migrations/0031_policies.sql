-- What an admin is preparing: nothing holds by it until it is made a version. One a person.
create table policy_drafts (
  person_id integer primary key references people,
  based_on integer not null references sla_policies,
  list jsonb not null,
  -- As it was before the last step, to be taken back.
  previous jsonb,
  changed_at timestamptz not null
);
alter table policy_drafts enable row level security;
create policy policy_drafts_of_an_admin on policy_drafts
  using (person_id = (select tram_person()) and (select tram_administers()));
grant select, insert, update, delete on policy_drafts to tram_app;
