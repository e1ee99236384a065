-- What is too late now, by ward, system, kind and priority: never many beside all there are.
create index tickets_overdue_idx on tickets (overdue_at) where overdue_at is not null;
