-- A word may name what was done as well as what it was done to.
create index audit_entries_action_idx on audit_entries (action, at desc, id desc);
