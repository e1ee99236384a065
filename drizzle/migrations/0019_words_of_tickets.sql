-- Finding: the words of each ticket in one row, kept by triggers, and the one function that looks in them.

-- Text as it is compared, the same as fold() in app/lib/fold.ts: taken apart (NFKD), without marks, đ as d, lower case.
-- Depends on no dictionary and no locale, so that an upgrade of PostgreSQL does not change what is indexed.
create or replace function tram_fold(input text) returns text language sql immutable parallel safe strict as $$
  select lower(regexp_replace(translate(normalize(input, NFKD), U&'đĐÐɖƉ\0301\0300\0309\0303\0323\0302\031b\0306', 'ddddd'),
    '[\u0300-\u036f]+', '', 'g') collate "C")
$$;
-- The same with its marks as digits (VNI), exact() in app/lib/fold.ts: â is a6, tones are 1 to 5 and stand after the
-- second vowel of oa, oe, uy, so that hoà and hòa are one word.
create function tram_exact(input text) returns text language sql immutable parallel safe strict as $$
  select lower(regexp_replace(regexp_replace(
    translate(replace(replace(normalize(input, NFKD), 'đ', 'd9'), 'Đ', 'D9'),
      U&'\0301\0300\0309\0303\0323\0302\031b\0306ÐɖƉ', '12345678ddd'),
    '[\u0300-\u036f]+', '', 'g'), '([ouOU])([1-5])([aeyAEY])', '\1\3\2', 'g') collate "C")
$$;

-- Lexemes: word folded with its places; =word with its marks. In notes ~word and ~=word.
create function tram_lexemes(input text, prefix text) returns tsvector language plpgsql immutable parallel safe
set client_min_messages = warning as $$
declare
  -- Far more than a ticket holds; a vector has to stay below 1 MB.
  given text := left(input, 100000);
  folded tsvector := to_tsvector('simple', regexp_replace(tram_fold(given), '[^a-z0-9 ]+', ' ', 'g'));
  exact tsvector := to_tsvector('simple', regexp_replace(tram_exact(given), '[^a-z0-9 ]+', ' ', 'g'));
begin
  if prefix <> '' then folded := regexp_replace(folded::text, '''([a-z0-9]+)''', '''' || prefix || '\1''', 'g')::tsvector; end if;
  return folded || array_to_tsvector(array(
    select prefix || '=' || word from unnest(tsvector_to_array(exact)) word where length(word) <= 100));
end $$;

create table ticket_words (
  ticket_number integer primary key references tickets,
  -- Words, and where the ticket belongs: @ward @department /team $person +system, #n and ##n the n-th 4,096 and 65,536.
  words tsvector not null
);
-- Not compressed: a phrase is checked in thousands of rows, and lexemes hardly shrink.
alter table ticket_words alter column words set storage external;
-- What waits to be indexed is read by every search, so it stays small.
create index ticket_words_idx on ticket_words using gin (words) with (gin_pending_list_limit = 512);
-- Nobody reads it but through tram_search.
alter table ticket_words enable row level security;

-- Tickets whose words are to be gathered again, by a job.
create table ticket_words_due (ticket_number integer primary key);
alter table ticket_words_due enable row level security;

create function tram_belongs(t tickets) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(array_remove(array[
    '@' || t.site_id, '@' || t.department_id, '/' || t.team_id, '$' || t.reporter_id, '$' || t.affected_person_id,
    '$' || t.assignee_id, '+' || t.system_id, '#' || (t.number >> 12), '##' || (t.number >> 16)], null))
$$;

-- Runs as the owner: whoever may change one word of a ticket makes all its words be gathered.
create function tram_gather_words(first integer, last integer) returns void
language sql security definer set search_path = public as $$
  insert into ticket_words (ticket_number, words)
  select t.number, tram_belongs(t)
    || tram_lexemes(concat_ws(E'\n', t.title, t.body,
        (select string_agg(value, E'\n') from jsonb_each_text(t.answers)), t.resolution ->> 'cause', t.resolution ->> 'done',
        reporter.full_name, t.affected_name, affected.full_name, assignee.full_name, public_files.names, public_said.words), '')
    || case when notes.words is null and note_files.names is null then ''::tsvector
        else tram_lexemes(concat_ws(E'\n', note_files.names, notes.words), '~') end
  from tickets t
    join people reporter on reporter.id = t.reporter_id
    left join people affected on affected.id = t.affected_person_id
    left join people assignee on assignee.id = t.assignee_id
    left join lateral (select string_agg(m.body, E'\n' order by m.id desc) as words from messages m
      where m.ticket_number = t.number and m.visibility = 'public') public_said on true
    left join lateral (select string_agg(m.body, E'\n' order by m.id desc) as words from messages m
      where m.ticket_number = t.number and m.visibility = 'internal') notes on true
    left join lateral (select string_agg(f.name, E'\n') as names from files f left join messages m on m.id = f.message_id
      where f.ticket_number = t.number and m.visibility is distinct from 'internal') public_files on true
    left join lateral (select string_agg(f.name, E'\n') as names from files f join messages m on m.id = f.message_id
      where f.ticket_number = t.number and m.visibility = 'internal') note_files on true
  where t.number between first and last
  on conflict (ticket_number) do update set words = excluded.words
$$;

-- A message and a file add their words to what is there; a vector that is full stays as it is.
create function tram_add_words(ticket integer, said text, internal boolean) returns void
language sql security definer set search_path = public as $$
  update ticket_words set words = words || tram_lexemes(said, case when internal then '~' else '' end)
  where ticket_number = ticket and pg_column_size(words) < 400000
$$;

create function tram_words_of_ticket() returns trigger language plpgsql security definer set search_path = public as $$
begin perform tram_gather_words(new.number, new.number); return null; end $$;
create trigger ticket_words_begin after insert on tickets for each row execute function tram_words_of_ticket();
create trigger ticket_words_change after update of title, body, answers, resolution, reporter_id, affected_person_id,
  affected_name, assignee_id, site_id, department_id, team_id, system_id on tickets for each row
  when ((old.title, old.body, old.answers, old.resolution, old.reporter_id, old.affected_person_id,
      old.affected_name, old.assignee_id, old.site_id, old.department_id, old.team_id, old.system_id)
    is distinct from (new.title, new.body, new.answers, new.resolution, new.reporter_id, new.affected_person_id,
      new.affected_name, new.assignee_id, new.site_id, new.department_id, new.team_id, new.system_id))
  execute function tram_words_of_ticket();

create function tram_words_of_message() returns trigger language plpgsql security definer set search_path = public as $$
begin perform tram_add_words(new.ticket_number, new.body, new.visibility = 'internal'); return null; end $$;
create trigger ticket_words_said after insert on messages for each row execute function tram_words_of_message();

create function tram_words_of_file() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform tram_add_words(new.ticket_number, new.name,
    exists (select from messages m where m.id = new.message_id and m.visibility = 'internal'));
  return null;
end $$;
create trigger ticket_words_file after insert on files for each row when (new.ticket_number is not null)
  execute function tram_words_of_file();
create trigger ticket_words_attached after update of ticket_number, message_id, name on files for each row
  when (new.ticket_number is not null
    and (old.ticket_number, old.message_id, old.name) is distinct from (new.ticket_number, new.message_id, new.name))
  execute function tram_words_of_file();

-- An engineer's new name stands on thousands of tickets: a job gathers them.
create function tram_words_of_person() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into ticket_words_due
  select number from tickets where reporter_id = new.id or affected_person_id = new.id
    or number in (select ticket_number from ticket_words where words @@ ('''$' || new.id || '''')::tsquery)
  on conflict do nothing;
  return null;
end $$;
create trigger ticket_words_renamed after update of full_name on people for each row
  when (old.full_name is distinct from new.full_name) execute function tram_words_of_person();

-- Works off some of what is due; gives how many.
create function tram_gather_due_words(bound integer) returns integer
language plpgsql security definer set search_path = public as $$
declare
  due integer;
  done integer := 0;
begin
  for due in
    delete from ticket_words_due where ticket_number in (
      select ticket_number from ticket_words_due order by ticket_number desc limit bound for update skip locked)
    returning ticket_number
  loop
    perform from tickets where number = due for no key update;
    perform tram_gather_words(due, due);
    done := done + 1;
  end loop;
  return done;
end $$;

-- Gathers the words of every ticket again, newest first, committing each batch: after an upgrade, or when in doubt.
create procedure tram_reindex_words(batch integer default 2000) language plpgsql as $$
declare
  last integer := (select max(number) from tickets);
begin
  while last > 0 loop
    perform from tickets where number between last - batch + 1 and last order by number for no key update;
    perform tram_gather_words(last - batch + 1, last);
    commit;
    last := last - batch;
  end loop;
end $$;

-- What somebody may read, as a condition on ticket_words: the words of a ticket, and those of its notes.
-- `wanted` holds folded words, =exact ones, @places and +systems with & | <-> and brackets, as search-query.ts writes it;
-- whatever it holds, nobody gets past their own reach. Followed tickets are within reach by their number.
create function tram_readable_words(wanted text, followed boolean) returns tsquery
language plpgsql stable set search_path = public as $$
declare
  city boolean := coalesce(current_setting('tram.city', true) = '1', false);
  support_city boolean := coalesce(current_setting('tram.support_city', true) = '1', false);
  teams text[] := array(select '''/' || id || '''' from unnest(tram_ints('tram.teams')) id);
  reach text[] := teams || array(select '''@' || id || '''' from unnest(tram_ints('tram.sites')) id)
    || ('''$' || coalesce(tram_person(), 0) || '''');
  support text[] := teams || array(select '''@' || id || '''' from unnest(tram_ints('tram.support_sites')) id);
  plain tsquery := regexp_replace(wanted, '([=@+]?[a-z0-9]+)', '''\1''', 'g')::tsquery;
  noted tsquery := regexp_replace(wanted, '([=@+]?[a-z0-9]+)(:\*)?', '(''\1''\2|''~\1''\2)', 'g')::tsquery;
  found tsquery := plain;
begin
  if support_city then found := noted;
  elsif cardinality(support) > 0 then found := plain || (noted && array_to_string(support, '|')::tsquery);
  end if;
  return case when city or followed then found else found && array_to_string(reach, '|')::tsquery end;
end $$;

-- Numbers of tickets within reach that have the wanted words and not `besides`: below a number, newest first, of some
-- buckets or of all.
-- Row-level security cannot use the index (@@ is not leakproof), so this runs as the owner and minds the reach itself;
-- whoever asks joins the tickets under row-level security all the same.
create function tram_search(wanted text, besides text, buckets text[], below integer, bound integer) returns setof integer
language plpgsql stable security definer set search_path = public set enable_seqscan = off rows 100 as $$
declare
  within tsquery := (select string_agg(quote_literal(bucket), '|') from unnest(buckets) bucket)::tsquery;
  condition tsquery := tram_readable_words(wanted, false);
  of_followed tsquery := tram_readable_words(wanted, true);
begin
  if besides is not null then
    condition := condition && !!tram_readable_words(besides, false);
    of_followed := of_followed && !!tram_readable_words(besides, true);
  end if;
  if within is not null then condition := condition && within; of_followed := of_followed && within; end if;
  return query
    with found as materialized (
      select w.ticket_number from ticket_words w where w.words @@ condition
    ), followed as materialized (
      select w.ticket_number from ticket_people p
        join tickets t on t.number = p.ticket_number join ticket_words w on w.ticket_number = p.ticket_number
      where p.person_id = tram_person() and coalesce(current_setting('tram.city', true), '') <> '1'
        and t.site_id <> all (tram_ints('tram.sites')) and w.words @@ of_followed
    )
    select ticket_number from (select * from found union select * from followed) hit
    where ticket_number < below order by 1 desc limit bound;
end $$;
-- Where a search begins.
create function tram_newest_ticket() returns integer language sql stable security definer set search_path = public as $$
  select coalesce(max(ticket_number), 0) from ticket_words
$$;
revoke execute on function tram_gather_words(integer, integer), tram_add_words(integer, text, boolean) from public;
