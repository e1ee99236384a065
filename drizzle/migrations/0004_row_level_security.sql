-- Who reads what, decided once more by the database (app/domain/policy decides first).
-- Each transaction carries: tram.person, tram.city (reads every ward), tram.sites (wards and departments it reads),
-- tram.teams (second line), tram.support_city and tram.support_sites (reads internal notes), tram.file_sites (may report for).

-- Runs as the owner, so that the policy of tickets can ask ticket_people without asking itself.
create function tram_followed() returns setof integer language sql stable security definer set search_path = public as $$
  select ticket_number from ticket_people where person_id = tram_person()
$$;
create function tram_may_file(site integer) returns boolean language sql stable as $$
  select tram_is_system() or coalesce(current_setting('tram.support_city', true) = '1', false)
    or site = any (tram_ints('tram.file_sites'))
$$;
create function tram_supports(site integer, team integer) returns boolean language sql stable as $$
  select coalesce(current_setting('tram.support_city', true) = '1', false)
    or site = any (tram_ints('tram.support_sites')) or coalesce(team = any (tram_ints('tram.teams')), false)
$$;
-- A reporter may learn that a colleague of the same ward already reported the same thing, and no more than this row.
create function tram_open_alike(ward integer, system integer, words text, bound integer)
returns table (number integer, title text, status text, received_at timestamptz, people_waiting integer, affected integer, alike real)
language sql stable security definer set search_path = public as $$
  select t.number, t.title, t.status, t.received_at, t.people_waiting,
    (select count(*)::integer from ticket_people p where p.ticket_number = t.number and p.relation = 'affected'),
    greatest(word_similarity(tram_fold(words), tram_fold(t.title || ' ' || left(t.body, 500))),
             word_similarity(tram_fold(t.title), tram_fold(words)))
  from (
    select * from tickets
    where site_id = ward and system_id = system and status not in ('closed', 'cancelled', 'resolved') and tram_may_file(ward)
    order by received_at desc limit 200
  ) t
  order by 7 desc, t.received_at desc limit least(bound, 10)
$$;
create function tram_may_join(ticket integer) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from tickets where number = ticket and tram_may_file(site_id))
$$;

alter table tickets enable row level security;
create policy tickets_read on tickets for select using (
  (select current_setting('tram.city', true) = '1')
  or site_id = any ((select tram_ints('tram.sites'))::integer[])
  or department_id = any ((select tram_ints('tram.sites'))::integer[])
  or team_id = any ((select tram_ints('tram.teams'))::integer[])
  or reporter_id = (select tram_person())
  or affected_person_id = (select tram_person())
  or assignee_id = (select tram_person())
  or number in (select tram_followed())
);
create policy tickets_file on tickets for insert with check (tram_may_file(site_id));
-- Whoever may read a ticket may act on it as far as domain/policy lets them; a move may leave the actor's own sites.
create policy tickets_change on tickets for update using (true) with check (true);

alter table messages enable row level security;
create policy messages_read on messages for select using (exists (
  select from tickets t where t.number = ticket_number
    and (visibility = 'public' or author_id = (select tram_person()) or tram_supports(t.site_id, t.team_id))));
create policy messages_write on messages for insert with check (
  (tram_is_system() or author_id = (select tram_person())) and exists (
    select from tickets t where t.number = ticket_number and (visibility = 'public' or tram_supports(t.site_id, t.team_id))));

alter table ticket_events enable row level security;
create policy ticket_events_read on ticket_events for select using (exists (
  select from tickets t where t.number = ticket_number and (not internal or tram_supports(t.site_id, t.team_id))));
create policy ticket_events_write on ticket_events for insert with check (
  (tram_is_system() or actor_id = (select tram_person()))
  and exists (select from tickets t where t.number = ticket_number));

alter table ticket_people enable row level security;
create policy ticket_people_read on ticket_people for select using (
  person_id = (select tram_person()) or exists (select from tickets t where t.number = ticket_number));
create policy ticket_people_join on ticket_people for insert with check (
  (person_id = (select tram_person()) and tram_may_join(ticket_number))
  or exists (select from tickets t where t.number = ticket_number));
create policy ticket_people_change on ticket_people for update using (
  person_id = (select tram_person()) or exists (select from tickets t where t.number = ticket_number));
create policy ticket_people_leave on ticket_people for delete using (
  tram_is_system() or person_id = (select tram_person()));

alter table ticket_reads enable row level security;
create policy ticket_reads_own on ticket_reads using (person_id = (select tram_person()));

alter table ticket_links enable row level security;
create policy ticket_links_read on ticket_links for select using (
  exists (select from tickets t where t.number = from_number) or exists (select from tickets t where t.number = to_number));
create policy ticket_links_write on ticket_links for insert with check (
  exists (select from tickets t where t.number = from_number) and exists (select from tickets t where t.number = to_number));
create policy ticket_links_drop on ticket_links for delete using (
  exists (select from tickets t where t.number = from_number) and exists (select from tickets t where t.number = to_number));

alter table files enable row level security;
create policy files_read on files for select using (
  (ticket_number is null and uploader_id = (select tram_person()))
  or (ticket_number is null and tram_is_system())
  or (ticket_number is not null and exists (select from tickets t where t.number = ticket_number)
      and (message_id is null or exists (select from messages m where m.id = message_id))));
create policy files_write on files for insert with check (tram_is_system() or uploader_id = (select tram_person()));
create policy files_attach on files for update using (tram_is_system() or uploader_id = (select tram_person())) with check (true);
create policy files_drop on files for delete using (
  ticket_number is null and (tram_is_system() or uploader_id = (select tram_person())));

alter table file_views enable row level security;
create policy file_views_write on file_views for insert with check (
  person_id = (select tram_person()) and exists (select from files f where f.id = file_id));
create policy file_views_read on file_views for select using (tram_is_system());

alter table commands enable row level security;
create policy commands_own on commands using (tram_is_system() or person_id = (select tram_person()));

grant select, insert, update on tickets to tram_app;
grant select, insert on messages, ticket_events, file_views to tram_app;
grant select, insert, update, delete on ticket_people, ticket_reads, files, commands, ticket_viewers to tram_app;
grant select, insert, delete on ticket_links to tram_app;
grant usage on all sequences in schema public to tram_app;
