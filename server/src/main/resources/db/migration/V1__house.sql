-- 杏衡: the house of facts. Runs as the owner; the application works as xingheng_app, which owns nothing.
-- Facts are inserted and never changed: grants say so, and triggers say it again to whoever has more rights.

do $$
begin
  if not exists (select from pg_roles where rolname = 'xingheng_app') then
    create role xingheng_app nologin;
  end if;
  -- Where somebody with more rights made the role and gave it to the owner, the owner may not give it on.
  if not pg_has_role(current_user, 'xingheng_app', 'member') then
    grant xingheng_app to current_user;
  end if;
end $$;

grant usage on schema public to xingheng_app;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is insert-only: % refused', tg_table_name, tg_op
    using errcode = 'restrict_violation', hint = 'Record a correction or a withdrawal as a new row.';
end $$;

-- Makes a table insert-only for everybody, its owner included.
create procedure insert_only(which regclass) language plpgsql as $$
begin
  execute format('create trigger keeps_rows before update or delete on %s for each row execute function refuse_change()', which);
  execute format('create trigger keeps_all before truncate on %s for each statement execute function refuse_change()', which);
  execute format('grant select, insert on %s to xingheng_app', which);
end $$;

-- The database's own clock, whatever the application says.
create function stamp_entry() returns trigger language plpgsql as $$
begin
  new.entered_at := clock_timestamp();
  return new;
end $$;

-- Organisations: a tree, told by its paths. No underscore in an id: scopes are prefixes, looked up with LIKE.
create table organisation (
  id text primary key check (id ~ '^[A-Za-z0-9.-]{1,64}$'),
  parent text references organisation,
  path text not null unique,
  kind text not null check (kind in ('PROVINCE', 'AREA', 'INSTITUTION', 'DEPARTMENT')),
  name text not null check (name <> ''),
  region text,
  edition text,
  place text check (place ~ '^[A-Z][a-z]$'),
  level smallint check (level between 0 and 3),
  check ((kind = 'PROVINCE') = (parent is null)),
  check ((kind = 'PROVINCE') = (edition is not null)),
  check (kind not in ('AREA', 'INSTITUTION') or region is not null),
  check (path ~ '^([A-Za-z0-9.-]+/)+$' and path like '%' || id || '/')
);
create index on organisation (path text_pattern_ops);
create unique index on organisation (parent, region) where kind = 'AREA';
grant select, insert, update (name, place, level) on organisation to xingheng_app;

-- Accounts. A role is held at an organisation and covers what lies below it.
create table account (
  id bigint generated always as identity primary key,
  login text not null unique check (login ~ '^[A-Za-z0-9._@-]{2,64}$'),
  name text not null check (name <> ''),
  password_hash text not null,
  active boolean not null default true,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp()
);
grant select, insert, update (name, password_hash, active, changed_at) on account to xingheng_app;

create table account_role (
  account bigint not null references account,
  organisation text not null references organisation,
  role text not null check (role in ('ADMINISTRATOR', 'OFFICER', 'REVIEWER', 'CLERK')),
  primary key (account, organisation, role)
);
grant select, insert, delete on account_role to xingheng_app;

create table api_key (
  id bigint generated always as identity primary key,
  institution text not null references organisation,
  label text not null,
  key_hash text not null unique,
  created_by bigint not null references account,
  created_at timestamptz not null
);
call insert_only('api_key');

create table api_key_revocation (
  api_key bigint primary key references api_key,
  revoked_by bigint not null references account,
  revoked_at timestamptz not null
);
call insert_only('api_key_revocation');

-- Persons. The row is also the lock that makes one writer per person.
create table person (
  id text primary key check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
  province text not null references organisation,
  name text not null check (name <> ''),
  pinyin text not null,
  initials text not null,
  sex text not null check (sex in ('MALE', 'FEMALE')),
  identity_number text not null check (identity_number ~ '^[0-9]{17}[0-9X]$'),
  category text not null check (category in ('PHYSICIAN', 'ASSISTANT', 'MULTI_SITE', 'VILLAGE')),
  position text check (position in ('HEAD_OF_UNIT', 'HEAD_OF_DEPARTMENT')),
  title text check (title in ('CHIEF', 'ASSOCIATE_CHIEF', 'ATTENDING', 'RESIDENT')),
  specialty text not null,
  certificate text not null,
  phone text not null,
  unique (province, identity_number)
);
create index on person (pinyin collate "C", id collate "C");
create index on person (left(name, 1), pinyin collate "C", id collate "C");
create index on person (replace(pinyin, ' ', '') text_pattern_ops);
create index on person (initials text_pattern_ops);
create index on person (pinyin text_pattern_ops);
create index on person (name text_pattern_ops);
grant select, insert,
  update (name, pinyin, initials, sex, category, position, title, specialty, certificate, phone) on person to xingheng_app;
-- "select … for update" needs a right to change some column; the trigger below keeps what was.

create table person_before (
  person text not null,
  until timestamptz not null default clock_timestamp(),
  was jsonb not null
);
create index on person_before (person, until);
call insert_only('person_before');
-- Only the trigger writes here: what was is not for the application to say.
revoke insert on person_before from xingheng_app;

create function keep_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into person_before (person, was) values (old.id, to_jsonb(old));
  return new;
end $$;
create trigger keeps_what_was before update on person for each row execute function keep_person();

create table physician_code (
  code text primary key check (code <> ''),
  person text not null references person,
  since date not null,
  until date check (until > since)
);
create index on physician_code (person);
create index on physician_code (lower(code) text_pattern_ops);
grant select, insert, update (until) on physician_code to xingheng_app;

-- Files of the archive form as they came, and what was asked for with each; looked at first, taken later or never.
create table import_file (
  hash text primary key,
  content bytea not null check (octet_length(content) between 1 and 52428800)
);
call insert_only('import_file');

create table import_upload (
  id bigint generated always as identity primary key,
  organisation text not null references organisation,
  file_name text not null,
  file_hash text not null references import_file,
  as_of date not null,
  terms jsonb not null,
  account bigint not null references account,
  recorded_at timestamptz not null
);
create index on import_upload (organisation, id);
call insert_only('import_upload');

-- Batches of imported rows.
create table import_batch (
  id bigint generated always as identity primary key,
  upload bigint unique references import_upload,
  organisation text not null references organisation,
  file_name text not null,
  file_hash text not null,
  as_of date not null,
  terms jsonb not null,
  account bigint not null references account,
  recorded_at timestamptz not null,
  rows_taken int not null,
  rows_unchanged int not null,
  rows_refused int not null
);
call insert_only('import_batch');

-- What became of each row; what stood in it is in the file.
create table import_row (
  batch bigint not null references import_batch,
  line int not null,
  outcome text not null check (outcome in ('TAKEN', 'UNCHANGED', 'REFUSED')),
  reason text not null,
  person text references person,
  primary key (batch, line)
);
call insert_only('import_row');

create table import_undo (
  batch bigint primary key references import_batch,
  account bigint not null references account,
  because text not null check (because <> ''),
  recorded_at timestamptz not null
);
call insert_only('import_undo');

-- Facts: what happened, in the words of the cases (docs/decisions/0013).
create sequence fact_number;
grant usage on sequence fact_number to xingheng_app;

create table fact (
  no bigint primary key default nextval('fact_number'),
  id text not null unique check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
  province text not null references organisation,
  person text references person,
  institution text references organisation,
  kind text not null,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded date not null check (recorded >= on_day),
  about text references fact (id),
  body jsonb not null,
  document text,
  note text,
  edition text not null,
  edition_hash text not null,
  account bigint references account,
  batch bigint references import_batch,
  entered_at timestamptz not null default clock_timestamp(),
  check (recorded = (recorded_at at time zone 'Asia/Shanghai')::date),
  -- A missing word is no agreement: null would pass.
  check (coalesce(body ->> 'id' = id and body ->> 'what' = kind and (body ->> 'on')::date = on_day, false)),
  check (coalesce(body ->> 'recorded', body ->> 'on')::date = recorded),
  check (person is not null or institution is not null or kind in ('reward', 'corrected', 'withdrawn'))
);
create index on fact (person, no);
create index on fact (province, no) where person is null;
create index on fact (institution, no);
create index on fact (about);
create index on fact (batch) where batch is not null;
create trigger stamps_entry before insert on fact for each row execute function stamp_entry();
call insert_only('fact');

-- A fact about a fact of somebody else could not be read with either.
create function about_the_same() returns trigger language plpgsql as $$
begin
  if not exists (select from fact f
                 where f.id = new.about and f.province = new.province and f.person is not distinct from new.person) then
    raise exception 'fact % is about a fact of somebody else', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger about_the_same after insert on fact for each row
  when (new.about is not null) execute function about_the_same();

-- Idempotency: a key is kept for ever, bound to whose it is, what it was for and what it said.
create table idempotency (
  tenant text not null,
  key text not null check (length(key) between 8 and 128),
  object text not null,
  body_hash text not null,
  outcome text not null,
  recorded_at timestamptz not null,
  primary key (tenant, key)
);
call insert_only('idempotency');

-- Who looked at what is not for everybody.
create table audit (
  no bigint generated always as identity primary key,
  account bigint,
  organisation text,
  act text not null,
  object text not null,
  detail text not null default '',
  at timestamptz not null,
  entered_at timestamptz not null default clock_timestamp()
);
create index on audit (object, no);
create trigger stamps_entry before insert on audit for each row execute function stamp_entry();
call insert_only('audit');

-- A year of the work calendar: one person loads it, another confirms it.
create table calendar_year (
  id bigint generated always as identity primary key,
  year int not null,
  body text not null,
  hash text not null,
  source text not null,
  account bigint not null references account,
  recorded_at timestamptz not null
);
call insert_only('calendar_year');

create table calendar_confirmation (
  calendar_year bigint primary key references calendar_year,
  account bigint not null references account,
  recorded_at timestamptz not null
);
call insert_only('calendar_confirmation');

create function second_person() returns trigger language plpgsql as $$
begin
  if exists (select from calendar_year y where y.id = new.calendar_year and y.account = new.account) then
    raise exception 'who loads a calendar year does not confirm it' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger two_persons before insert on calendar_confirmation for each row execute function second_person();

-- Projections: what the reckoning says, by days; rebuilt at any time (xingheng projections).
create table standing_span (
  person text not null references person,
  institution text not null,
  first_day date not null,
  end_day date not null check (end_day > first_day),
  standing text not null,
  causes text[] not null,
  begins boolean not null,
  primary key (person, institution, first_day)
);
create index on standing_span (standing, institution, end_day) include (first_day, person, causes);
create index on standing_span (person, end_day) include (institution, first_day, standing);
create index on standing_span (person) include (institution) where end_day = 'infinity';
create index on standing_span (institution) include (person) where end_day = 'infinity';
create index on standing_span (institution, first_day) include (person) where begins;
grant select, insert, delete on standing_span to xingheng_app;

create table points_span (
  person text not null references person,
  account text not null,
  first_day date not null,
  end_day date not null check (end_day > first_day),
  points int not null,
  primary key (person, account, first_day)
);
create index on points_span (account, points) include (person, first_day, end_day);
grant select, insert, delete on points_span to xingheng_app;

-- What a physician brings to an institution: points and terminations of the calendar year, agreements in force.
create table tally_span (
  institution text not null,
  person text not null references person,
  first_day date not null,
  end_day date not null check (end_day > first_day),
  points int not null,
  ended int not null,
  in_force int not null,
  looked boolean not null,
  primary key (institution, person, first_day) include (end_day, points, ended, in_force, looked)
);
create index on tally_span (person);
grant select, insert, delete on tally_span to xingheng_app;
