-- What may be the same trouble as the one being told. A reporter learns of open tickets of a ward they report for, and no
-- more than this row; whoever supports a ticket also of what was resolved since then, and of other wards.
-- `asked`: conditions as tram_search reads them; `shared`: the places in `asked` that a ticket's public words fulfil.
drop function tram_open_alike(integer, integer, text, integer);
create function tram_alike(ward integer, system integer, asked text[], besides integer, resolved_since timestamptz, bound integer)
returns table (number integer, title text, status text, received_at timestamptz, people_waiting integer, affected integer,
  site_id integer, system_id integer, shared integer[])
language plpgsql stable security definer set search_path = public as $$
declare
  newest integer := tram_newest_ticket();
  conditions tsquery[] := array(
    select regexp_replace(one, '([a-z0-9]+)', '''\1''', 'g')::tsquery from unnest(asked) with ordinality as a (one, place) order by place);
  far integer[] := case when resolved_since is not null and cardinality(asked) > 0 and (current_setting('tram.support_city', true) = '1'
      or cardinality(tram_ints('tram.support_sites') || tram_ints('tram.teams')) > 0)
    then array(select tram_search('(' || array_to_string(asked, ' | ') || ') & +' || system, null,
      array['#' || (newest >> 12), '#' || greatest((newest >> 12) - 1, 0)], newest + 1, 200)) else '{}' end;
begin
  return query
    with near as (
      (select t.number from tickets t where t.site_id = ward and t.status not in ('closed', 'cancelled', 'resolved')
        order by t.received_at desc limit 300)
      union (select t.number from tickets t where t.site_id = ward and t.resolved_at >= resolved_since
        order by t.received_at desc limit 300)
      union select unnest(far)
    )
    select t.number, t.title, t.status, t.received_at, t.people_waiting,
      (select count(*)::integer from ticket_people p where p.ticket_number = t.number and p.relation = 'affected'),
      t.site_id, t.system_id,
      array(select place::integer from unnest(conditions) with ordinality as c (condition, place) where w.words @@ condition)
    from near join tickets t on t.number = near.number join ticket_words w on w.ticket_number = t.number
    where t.number is distinct from besides and t.status <> 'cancelled'
      and (t.status not in ('closed', 'resolved') or t.resolved_at >= resolved_since)
      and ((t.site_id = ward and t.status not in ('closed', 'resolved') and tram_may_file(ward))
        or tram_supports(t.site_id, t.team_id))
    order by cardinality(array(select place from unnest(conditions) with ordinality as c (condition, place)
      where w.words @@ condition)) desc, t.system_id = system desc, t.received_at desc
    limit bound;
end $$;
