-- Settlement in bulk: files of claim lines as they came, what became of each, the lines they brought, and what a second
-- look found to be decided otherwise. An agency is a pooling area; a month is the one settled, not that of the orders.

create table settlement_file (
  hash text primary key,
  content bytea not null check (octet_length(content) between 1 and 52428800)
);
call insert_only('settlement_file');

create table settlement_run (
  id bigint generated always as identity primary key,
  agency text not null references organisation,
  month date not null check (extract(day from month) = 1),
  file_name text not null,
  file_hash text not null references settlement_file,
  account bigint not null references account,
  recorded_at timestamptz not null,
  unique (id, agency)
);
create index on settlement_run (agency, month);
call insert_only('settlement_run');

-- How a run ended: loaded as a whole when there is no trouble, otherwise not at all. A run without a row is still to be
-- done. Its lines are decided by what was known at this change at least.
create table settlement_outcome (
  run bigint primary key references settlement_run,
  trouble text not null,
  known_no bigint not null,
  known_on date not null,
  lines_read bigint not null,
  lines_new bigint not null,
  lines_again bigint not null,
  lines_rejected bigint not null,
  recorded_at timestamptz not null,
  check (lines_read = lines_new + lines_again + lines_rejected)
);
call insert_only('settlement_outcome');

-- A claim id is unique within its agency; the verdict is the first, for ever. Times are Beijing's.
create table settlement_line (
  agency text not null,
  claim_id text not null,
  run bigint not null,
  line bigint not null,
  issued_at timestamp not null,
  physician text not null,
  institution text not null,
  setting text not null check (setting in ('outpatient', 'inpatient', 'emergency', 'rescue')),
  fen bigint not null,
  verdict text not null check (verdict in ('payable', 'refused', 'excepted', 'unresolved')),
  because text not null,
  primary key (agency, claim_id),
  unique (run, line),
  foreign key (run, agency) references settlement_run (id, agency)
);
create index on settlement_line (agency, physician);
call insert_only('settlement_line');

-- A claim id that came again with the same content.
create table settlement_repeat (
  run bigint not null,
  line bigint not null,
  agency text not null,
  claim_id text not null,
  primary key (run, line),
  foreign key (run, agency) references settlement_run (id, agency),
  foreign key (agency, claim_id) references settlement_line
);
call insert_only('settlement_repeat');

create table settlement_reject (
  run bigint not null references settlement_run,
  line bigint not null,
  reason text not null,
  said text not null,
  primary key (run, line)
);
call insert_only('settlement_reject');

-- Every decided line of a run where it stands in the file, whether it came for the first time or again.
create view settlement_told as
  select l.run, l.line, l.agency, l.claim_id, l.issued_at, l.physician, l.institution, l.setting, l.fen, l.verdict,
         l.because, false as again
  from settlement_line l
  union all
  select r.run, r.line, l.agency, l.claim_id, l.issued_at, l.physician, l.institution, l.setting, l.fen, l.verdict,
         l.because, true as again
  from settlement_repeat r join settlement_line l on l.agency = r.agency and l.claim_id = r.claim_id;
grant select on settlement_told to xingheng_app;

-- The sums of a run, added up once when it is loaded.
create table settlement_total (
  run bigint not null references settlement_run,
  institution text not null,
  physician text not null,
  verdict text not null,
  because text not null,
  lines bigint not null,
  fen numeric not null,
  primary key (run, institution, physician, verdict, because)
);
call insert_only('settlement_total');

create table settlement_look (
  id bigint generated always as identity primary key,
  agency text not null references organisation,
  first_month date not null,
  last_month date not null,
  known_no bigint not null,
  known_on date not null,
  lines_judged bigint not null,
  lines_resolved bigint not null,
  account bigint not null references account,
  recorded_at timestamptz not null,
  check (last_month >= first_month)
);
create index on settlement_look (agency, id);
call insert_only('settlement_look');

-- One turn of one line, from paid to refused or back, once. Turns are counted from 1.
create table settlement_item (
  id bigint generated always as identity primary key,
  agency text not null,
  claim_id text not null,
  turn int not null,
  look bigint not null references settlement_look,
  kind text not null check (kind in ('PAY', 'RECOVER')),
  fen bigint not null,
  verdict_before text not null,
  because_before text not null,
  verdict_after text not null,
  because_after text not null,
  articles text[] not null,
  unique (agency, claim_id, turn),
  foreign key (agency, claim_id) references settlement_line
);
create index on settlement_item (agency, id);
call insert_only('settlement_item');

-- What was done with an item after it was listed, step by step.
create table settlement_step (
  item bigint not null references settlement_item,
  step int not null,
  state text not null check (state in ('SENT', 'SETTLED', 'DISPUTED', 'WITHDRAWN')),
  account bigint not null references account,
  note text not null,
  recorded_at timestamptz not null,
  primary key (item, step)
);
call insert_only('settlement_step');

create view settlement_item_now as
  select i.id, i.agency, i.claim_id, i.turn, i.look, i.kind, i.fen, i.verdict_before, i.because_before, i.verdict_after,
         i.because_after, i.articles, coalesce(s.state, 'LISTED') as state, coalesce(s.step, 0) as step
  from settlement_item i
  left join lateral (
    select t.state, t.step from settlement_step t where t.item = i.id order by t.step desc limit 1) s on true;
grant select on settlement_item_now to xingheng_app;
