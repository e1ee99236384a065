-- What lists of tickets need of the clocks: their order, and who is late.

-- The earliest of its clocks: from when on a quarter of the time is left, and from when on it is too late.
alter table tickets add column soon_at timestamptz, add column overdue_at timestamptz;

-- The queue's usual order: what stops a counter first, then what is due first.
create index tickets_open_pressing_idx on tickets (site_id, (priority <> 'p1'), coalesce(next_due_at, 'infinity'), number)
  where status not in ('closed', 'cancelled');
create index tickets_city_pressing_idx on tickets ((priority <> 'p1'), coalesce(next_due_at, 'infinity'), number)
  where status not in ('closed', 'cancelled');

-- By which calendars a ticket counts now: the last judgement of each row of a list.
create index ticket_events_judged_idx on ticket_events (ticket_number, id) where judged is not null;
