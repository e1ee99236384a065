-- When the system looked whether a ward's request can be written without it; null: not yet.
alter table campaign_wards add column tried_at timestamptz;
create index campaign_wards_untried_idx on campaign_wards (campaign_id) where tried_at is null and ticket_number is null;
-- Serves the reports and the home of access: requests are few among the tickets of a ward.
create index tickets_access_idx on tickets (site_id, access_phase) where access_phase is not null;
