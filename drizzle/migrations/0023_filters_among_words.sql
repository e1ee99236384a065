-- What people narrow a search by stands among the words too, where it seldom changes: ?kind ?priority ?impact, and ?open
-- for what is neither closed nor cancelled. Filters that few tickets pass would else look at thousands of rows in vain.
create or replace function tram_belongs(t tickets) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(array_remove(array[
    '@' || t.site_id, '@' || t.department_id, '/' || t.team_id, '$' || t.reporter_id, '$' || t.affected_person_id,
    '$' || t.assignee_id, '+' || t.system_id, '?' || t.kind, '?' || t.priority, '?' || t.impact,
    case when t.status not in ('closed', 'cancelled') then '?open' end,
    '#' || (t.number >> 12), '##' || (t.number >> 16)], null))
$$;
create trigger ticket_words_filters after update of kind, priority, impact, status on tickets for each row
  when ((old.kind, old.priority, old.impact, old.status in ('closed', 'cancelled'))
    is distinct from (new.kind, new.priority, new.impact, new.status in ('closed', 'cancelled')))
  execute function tram_words_of_ticket();

create or replace function tram_readable_words(wanted text, followed boolean) returns tsquery
language plpgsql stable set search_path = public as $$
declare
  city boolean := coalesce(current_setting('tram.city', true) = '1', false);
  support_city boolean := coalesce(current_setting('tram.support_city', true) = '1', false);
  teams text[] := array(select '''/' || id || '''' from unnest(tram_ints('tram.teams')) id);
  reach text[] := teams || array(select '''@' || id || '''' from unnest(tram_ints('tram.sites')) id)
    || ('''$' || coalesce(tram_person(), 0) || '''');
  support text[] := teams || array(select '''@' || id || '''' from unnest(tram_ints('tram.support_sites')) id);
  plain tsquery := regexp_replace(wanted, '([=@+/?$]?[a-z0-9_]+)', '''\1''', 'g')::tsquery;
  noted tsquery := regexp_replace(wanted, '([=@+/?$]?[a-z0-9_]+)(:\*)?', '(''\1''\2|''~\1''\2)', 'g')::tsquery;
  found tsquery := plain;
begin
  if support_city then found := noted;
  elsif cardinality(support) > 0 then found := plain || (noted && array_to_string(support, '|')::tsquery);
  end if;
  return case when city or followed then found else found && array_to_string(reach, '|')::tsquery end;
end $$;

-- Every ticket there is; one build of the index is quicker than its hundred changes a ticket.
drop index ticket_words_idx;
select tram_gather_words(min(number), max(number)) from tickets;
create index ticket_words_idx on ticket_words using gin (words) with (gin_pending_list_limit = 512);
