-- What the house answers otherwise than before, in the order in which it became visible. The number is given as the
-- last thing a transaction does, one transaction at a time: so there are no gaps, and a smaller number is never seen
-- after a greater one.
create table change (
  no bigint primary key,
  what text not null check (what in ('persons', 'organisations', 'keys', 'calendar', 'projections')),
  persons text[] not null default '{}',
  about bigint references change,
  at timestamptz not null default clock_timestamp(),
  check ((what = 'persons') = (cardinality(persons) > 0)),
  check ((what = 'projections') = (about is not null))
);
create index on change (what, no) where what in ('calendar', 'projections');
call insert_only('change');

-- Waits for whoever is giving a number.
create function number_change() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('xingheng change'));
  new.no := (select coalesce(max(no), 0) + 1 from change);
  new.at := clock_timestamp();
  return new;
end $$;
create trigger numbers before insert on change for each row execute function number_change();
