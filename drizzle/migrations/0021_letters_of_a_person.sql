-- How many letters a person was just sent, for gathering what would be a flood; and what admins list by state.
create index deliveries_person_idx on deliveries (person_id, queued_at) where purpose = 'ticket';
create index deliveries_state_idx on deliveries (state, created_at desc, id desc);
