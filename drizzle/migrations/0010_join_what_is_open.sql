-- Joining lets one read: it is for what the report form shows, which is open, not for the ward's whole past by its numbers.
create or replace function tram_may_join(ticket integer) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select from tickets
    where number = ticket and status not in ('closed', 'cancelled', 'resolved') and tram_may_file(site_id))
$$;
