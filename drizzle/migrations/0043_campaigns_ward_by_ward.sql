-- When the system looked whether a ward's request can be written without it; null: not yet.
alter table campaign_wards add column tried_at timestamptz;
create index campaign_wards_untried_idx on campaign_wards (campaign_id) where tried_at is null and ticket_number is null;
