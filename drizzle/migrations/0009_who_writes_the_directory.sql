-- Everybody signed in may read names and places; only an admin, or the system itself, writes them.
create function tram_administers() returns boolean language sql stable as $$
  select tram_is_system() or coalesce(current_setting('tram.admin', true) = '1', false)
$$;

do $$
declare directory text;
begin
  foreach directory in array array['sites', 'teams', 'systems', 'grants', 'settings', 'people', 'system_usage'] loop
    execute format('alter table %I enable row level security', directory);
    execute format('create policy %I on %I for select using (true)', directory || '_read', directory);
  end loop;
  foreach directory in array array['sites', 'teams', 'systems', 'grants', 'settings', 'people'] loop
    execute format('create policy %I on %I for insert with check ((select tram_administers()))', directory || '_add', directory);
  end loop;
  foreach directory in array array['sites', 'teams', 'systems', 'grants', 'settings'] loop
    execute format('create policy %I on %I for update using ((select tram_administers()))', directory || '_change', directory);
  end loop;
end $$;

create policy people_change on people for update
  using ((select tram_administers()) or id = (select tram_person()));
create policy system_usage_count on system_usage for insert with check (tram_may_file(site_id));
create policy system_usage_count_on on system_usage for update using (tram_may_file(site_id));
