-- How often a ticket came back. A backlog at an earlier instant only has to look into the history of these few.
alter table tickets add column reopenings integer not null default 0;
-- What the reports ask: opened or resolved in a period, open at an instant.
create index tickets_unresolved_idx on tickets (received_at) where first_resolved_at is null;
create index tickets_reopened_idx on tickets (received_at) where reopenings > 0;
