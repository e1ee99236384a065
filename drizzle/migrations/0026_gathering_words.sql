-- The same words, gathered by statements that are planned once: one for a whole range was planned for hundreds of tickets,
-- and read all people for each.
create function tram_words_of(t tickets) returns tsvector language plpgsql stable set search_path = public as $$
declare
  names text;
  said text;
  noted text;
  files_said text;
  files_noted text;
begin
  select string_agg(full_name, E'\n') into names from people
    where id = any (array[t.reporter_id, t.affected_person_id, t.assignee_id]);
  -- Newest first: of more than an index can hold, the oldest is left out.
  select string_agg(body, E'\n' order by id desc) filter (where visibility = 'public'),
    string_agg(body, E'\n' order by id desc) filter (where visibility = 'internal')
    into said, noted from messages where ticket_number = t.number;
  select string_agg(f.name, E'\n') filter (where m.visibility is distinct from 'internal'),
    string_agg(f.name, E'\n') filter (where m.visibility = 'internal')
    into files_said, files_noted from files f left join messages m on m.id = f.message_id where f.ticket_number = t.number;
  return tram_belongs(t)
    || tram_lexemes(concat_ws(E'\n', t.title, t.body,
        (select string_agg(value, E'\n') from jsonb_each_text(t.answers)), t.resolution ->> 'cause', t.resolution ->> 'done',
        names, t.affected_name, files_said, said), '')
    || case when noted is null and files_noted is null then ''::tsvector
        else tram_lexemes(concat_ws(E'\n', files_noted, noted), '~') end;
end $$;

create or replace function tram_gather_words(first integer, last integer) returns void
language sql security definer set search_path = public as $$
  insert into ticket_words (ticket_number, words)
  select t.number, tram_words_of(t) from tickets t where t.number between first and last
  on conflict (ticket_number) do update set words = excluded.words
$$;

-- Where a ticket belongs changes more often than what it says; then the words need not be gathered.
create or replace function tram_words_of_ticket() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'UPDATE' and (old.title, old.body, old.answers, old.resolution, old.reporter_id, old.affected_person_id,
      old.affected_name, old.assignee_id)
    is not distinct from (new.title, new.body, new.answers, new.resolution, new.reporter_id, new.affected_person_id,
      new.affected_name, new.assignee_id) then
    update ticket_words set words = ts_delete(words, tsvector_to_array(tram_belongs(old))) || tram_belongs(new)
    where ticket_number = new.number;
  else
    insert into ticket_words (ticket_number, words) values (new.number, tram_words_of(new))
    on conflict (ticket_number) do update set words = excluded.words;
  end if;
  return null;
end $$;

-- Half the work for those who write, a millisecond for those who search.
alter index ticket_words_idx set (gin_pending_list_limit = 1024);
revoke execute on function tram_words_of(tickets) from public;
