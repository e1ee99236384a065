-- Why a request was filed: by somebody who asks, or by what the register found out.
alter table access_requests add column cause text not null default 'asked'
  constraint access_requests_cause_known check (cause in ('asked', 'left', 'expiring', 'review', 'campaign'));
-- Finds what has been asked about something held.
create index access_items_entitlement_idx on access_items (entitlement_id) where entitlement_id is not null;
-- Who reviewed the last of it.
create index access_reviews_open_idx on access_reviews (site_id) where done_at is null;
-- What people of a ward have already, or have been asked for: whoever asks there is told, and nothing more.
create function tram_had(ward integer, persons integer[], rights integer[])
returns table (person_id integer, right_id integer, department_id integer, until date, ticket integer)
language sql stable security definer set search_path = public as $$
  select e.person_id, e.right_id, e.department_id, e.valid_until, null::integer from entitlements e
  where e.person_id = any (persons) and e.right_id = any (rights) and e.site_id = ward and e.ended_at is null and tram_may_file(ward)
  union all
  select i.person_id, i.right_id, i.department_id, i.valid_until, i.ticket_number
  from access_items i join tickets t on t.number = i.ticket_number
  where i.person_id = any (persons) and i.right_id = any (rights) and i.kind = 'grant' and t.site_id = ward and t.status <> 'cancelled'
    and i.state in ('asked', 'to_grant', 'handed_back', 'granted') and tram_may_file(ward)
$$;
