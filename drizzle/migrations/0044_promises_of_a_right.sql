-- What a request for access asks for, beside the other facts by which its times are promised.
alter table tickets add column access_right_ids integer[] not null default '{}';
update tickets t set access_right_ids = asked.ids
  from (select i.ticket_number, array_agg(distinct i.right_id order by i.right_id) as ids
    from access_items i where i.state <> 'withdrawn' group by i.ticket_number) asked
  where asked.ticket_number = t.number;

-- A policy may name rights. No policy did before, so the versions say it from their beginning.
alter table sla_policies disable trigger sla_policies_append_only;
update sla_policies set list = (
  select jsonb_agg(jsonb_set(one, '{match,rightIds}', '[]') order by at)
    from jsonb_array_elements(list) with ordinality as e (one, at))
  where jsonb_array_length(list) > 0;
alter table sla_policies enable trigger sla_policies_append_only;
update policy_drafts set list = (
  select jsonb_agg(jsonb_set(one, '{match,rightIds}', '[]') order by at)
    from jsonb_array_elements(list) with ordinality as e (one, at)), previous = null
  where jsonb_array_length(list) > 0;
