-- A duplicate is a cancelled ticket that says which one goes on instead; through: the tickets, duplicates themselves by
-- now, that led from the one to the other.
alter table tickets
  add column duplicate_of integer references tickets,
  add column duplicate_through integer[] not null default '{}',
  add constraint tickets_duplicate_is_cancelled check (duplicate_of is null or status = 'cancelled'),
  add constraint tickets_not_duplicate_of_itself check (duplicate_of <> number),
  add constraint tickets_through_leads_somewhere check (duplicate_of is not null or duplicate_through = '{}');
-- "m duplicates" on the page of the ticket that goes on.
create index tickets_duplicate_of_idx on tickets (duplicate_of) where duplicate_of is not null;

-- No chains and no circles, whoever writes.
create function tram_refuse_chain() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select from tickets where number = new.duplicate_of and duplicate_of is not null)
    or exists (select from tickets where duplicate_of = new.number) then
    raise exception 'ticket % cannot be a duplicate of %: one of them is in a chain', new.number, new.duplicate_of
      using errcode = 'check_violation', constraint = 'tickets_no_chain_of_duplicates';
  end if;
  return new;
end $$;
create trigger tickets_no_chain_of_duplicates before insert or update of duplicate_of on tickets
  for each row when (new.duplicate_of is not null) execute function tram_refuse_chain();

-- Whom a duplicate brought to a ticket, so that taking the mark back takes out exactly them.
create table duplicate_people (
  duplicate_number integer not null references tickets,
  ticket_number integer not null references tickets,
  person_id integer not null references people,
  relation text not null constraint duplicate_people_relation_known check (relation in ('follower', 'affected')),
  people_waiting integer not null default 0,
  primary key (duplicate_number, ticket_number, person_id)
);
create index duplicate_people_ticket_idx on duplicate_people (ticket_number, person_id);
alter table ticket_people
  add column brought boolean not null default false,
  add column own_relation text constraint ticket_people_own_relation_known check (own_relation in ('follower', 'affected')),
  add column own_waiting integer;

alter table duplicate_people enable row level security;
create policy duplicate_people_read on duplicate_people for select using (
  person_id = (select tram_person()) or exists (select from tickets t where t.number = ticket_number));
create policy duplicate_people_bring on duplicate_people for insert with check (
  exists (select from tickets t where t.number = ticket_number and tram_supports(t.site_id, t.team_id))
  and exists (select from tickets d where d.number = duplicate_number and tram_supports(d.site_id, d.team_id)));
create policy duplicate_people_drop on duplicate_people for delete using (
  person_id = (select tram_person())
  or exists (select from tickets t where t.number = ticket_number and tram_supports(t.site_id, t.team_id)));
-- Whoever supports a ticket may take out again whom a duplicate brought, and nobody else.
create policy ticket_people_taken_back on ticket_people for delete using (
  brought and exists (select from tickets t where t.number = ticket_number and tram_supports(t.site_id, t.team_id)));
grant select, insert, delete on duplicate_people to tram_app;
