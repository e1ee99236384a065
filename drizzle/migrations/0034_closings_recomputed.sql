-- Resolved tickets whose closing moves, apart from open ones whose deadlines do.
alter table recomputations add column closings integer not null default 0;
