-- Whoever stands in reads what the other is asked to decide, not what is asked for the other.
create or replace function tram_asked() returns setof integer language sql stable security definer set search_path = public as $$
  select ticket_number from access_readers where person_id = tram_person() or team_id = any (tram_ints('tram.teams'))
  union
  select r.ticket_number from access_delegations d join access_readers r on r.person_id = d.from_id and r.tie = 'approver'
  where d.to_id = tram_person() and d.ended_at is null
    and (now() at time zone 'Asia/Ho_Chi_Minh')::date between d.valid_from and d.valid_until
$$;
