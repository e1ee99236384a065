-- Warnings of the clock: managers can be told too, and reporters are reminded of what is asked of them.

-- When the reporter of a ticket on hold is reminded next, or the assignee told that no answer came.
alter table tickets add column remind_at timestamptz;
update tickets set remind_at = greatest(updated_at + interval '1 day', now())
  where status = 'on_hold' and hold_reason = 'reporter';
create index tickets_remind_idx on tickets (remind_at) where status = 'on_hold' and remind_at is not null;

-- As before, with the managers of the ward and of the city.
create or replace function tram_audience(ticket integer, relations text[], topics text[], former integer, mentioned integer[],
  notes boolean, today date)
returns table (person_id integer, relation text, serves boolean, in_page boolean, mail text, hours_chosen boolean,
  quiet_from time, quiet_until time)
language sql stable security definer set search_path = public as $$
  with t as (select number, site_id, department_id, reporter_id, affected_person_id, assignee_id, team_id, system_id
    from tickets where number = ticket),
  wanted as (select * from unnest(relations, topics) as w (relation, topic)),
  held as (select g.person_id, g.role, g.site_id, g.team_id from grants g
    where g.valid_from <= today and (g.valid_until is null or g.valid_until >= today)),
  ties (person_id, relation) as (
    select reporter_id, 'reporter' from t
    union select affected_person_id, 'affected' from t
    union select assignee_id, 'assignee' from t
    union select former, 'former_assignee'
    union select unnest(mentioned), 'mentioned'
    union (select p.person_id, p.relation from ticket_people p where p.ticket_number = ticket order by p.since limit 300)
    union (select h.person_id, 'engineer' from held h join t on h.site_id = t.site_id
      where h.role = 'engineer' and 'engineer' = any (relations) limit 100)
    union (select h.person_id, 'coordinator' from held h join t on true join sites s on s.id = h.site_id
      where h.role = 'coordinator' and (s.kind = 'city' or s.id = t.site_id) and 'coordinator' = any (relations) limit 100)
    union (select h.person_id, 'manager' from held h join t on true join sites s on s.id = h.site_id
      where h.role = 'manager' and (s.kind = 'city' or s.id = t.site_id) and 'manager' = any (relations) limit 100)
    union (select h.person_id, 'team' from held h join t on h.team_id = t.team_id
      where h.role = 'specialist' and 'team' = any (relations) limit 100)
    union (select w.person_id, 'watcher' from system_watches w join t on w.system_id = t.system_id
      where 'watcher' = any (relations) order by w.since limit 300)
  ),
  named as (select ties.person_id, ties.relation, wanted.topic from ties join wanted on wanted.relation = ties.relation
    where ties.person_id is not null),
  rights as (
    select h.person_id,
      bool_or(s.kind = 'city' or s.path[2] = t.site_id) as serves,
      bool_or((h.role in ('ward_lead', 'engineer', 'coordinator', 'manager')
          and (s.kind = 'city' or s.id = t.site_id or s.id = t.department_id))
        or coalesce(h.team_id = t.team_id, false)) as reads,
      bool_or((h.role in ('engineer', 'coordinator', 'manager') and (s.kind = 'city' or s.id = t.site_id))
        or coalesce(h.team_id = t.team_id, false)) as supports
    from held h join sites s on s.id = h.site_id cross join t
    where h.person_id in (select n.person_id from named n) group by h.person_id
  )
  select n.person_id, n.relation, coalesce(r.serves, false), c.in_page, c.mail, q.person_id is not null, q.quiet_from, q.quiet_until
  from named n
  join people p on p.id = n.person_id and p.disabled_at is null
  left join rights r on r.person_id = n.person_id
  left join notification_choices c on c.person_id = n.person_id and c.topic = n.topic
  left join notification_hours q on q.person_id = n.person_id
  where (n.relation in ('reporter', 'affected', 'assignee', 'follower') or r.reads) and (not notes or r.supports)
  order by n.person_id
  limit 1000
$$;
