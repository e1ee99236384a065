-- A letter to the leads of a unit: campaigns that want its people named, reviews of who has what.
alter table deliveries drop constraint deliveries_purpose_known;
alter table deliveries add constraint deliveries_purpose_known check (purpose in ('ticket', 'digest', 'invitation',
  'password_reset', 'password_changed', 'address_confirm', 'address_changed', 'test', 'access_waits'));
create unique index deliveries_one_of_access_idx on deliveries (person_id) where state = 'waiting' and purpose = 'access_waits';
