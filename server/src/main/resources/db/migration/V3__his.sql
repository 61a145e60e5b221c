-- What hospital systems send in the envelope of the national interface, and whom their own staff numbers mean.

-- Staff numbers of an institution and the physician codes they stand for, from a day on and until another. Ending one is
-- the only change there is; the audit keeps who did it.
create table crosswalk (
  id bigint generated always as identity primary key,
  institution text not null references organisation,
  local_id text not null check (local_id <> ''),
  code text not null references physician_code,
  since date not null,
  until date not null default 'infinity' check (until >= since),
  account bigint not null references account,
  recorded_at timestamptz not null
);
create index on crosswalk (institution, local_id collate "C", id);
grant select, insert, update (until) on crosswalk to xingheng_app;

-- Messages that wrote something, with the answer they got: the same message again gets the same answer, for ever.
create table his_message (
  institution text not null references organisation,
  msgid text not null check (msgid <> ''),
  infno text not null check (infno ~ '^[0-9]{4}$'),
  body_hash text not null,
  sent_at timestamptz not null,
  answer text not null,
  received_at timestamptz not null,
  primary key (institution, msgid)
);
create index on his_message (institution, received_at);
call insert_only('his_message');

-- Lines as uploaded, each with its first verdict. A line that comes again is a row again; which one stands is told by
-- claim_line_now. No patient is named here: a visit is a number of the hospital's.
create table claim_line (
  institution text not null,
  msgid text not null,
  place int not null check (place > 0),
  visit text not null check (visit <> ''),
  sn text not null check (sn not in ('', '0000')),
  batch text not null,
  refunds text not null,
  said text not null,
  code text not null,
  crosswalk bigint references crosswalk,
  orders text not null,
  issued_on date not null,
  setting text not null check (setting in ('outpatient', 'inpatient', 'emergency', 'rescue')),
  fen bigint not null check (fen >= 0 or refunds <> ''),
  verdict text not null check (verdict in ('payable', 'refused', 'excepted', 'unresolved')),
  because text,
  change_no bigint not null,
  primary key (institution, msgid, place),
  foreign key (institution, msgid) references his_message
);
create index on claim_line (institution, visit, sn);
create index on claim_line (institution, issued_on);
call insert_only('claim_line');

-- Cancellations: of one line, of a batch, or, where neither is named, of all of a visit.
create table claim_cancellation (
  institution text not null,
  msgid text not null,
  place int not null check (place > 0),
  visit text not null check (visit <> ''),
  sn text check (sn <> ''),
  batch text check (batch <> ''),
  primary key (institution, msgid, place),
  foreign key (institution, msgid) references his_message,
  check (sn is null or batch is null)
);
create index on claim_cancellation (institution, visit);
call insert_only('claim_cancellation');

-- How every line stands, by the times at which the hospital sent, never by those at which messages arrived: so that the
-- same messages end in the same state, in whatever order and however often they come.
create view claim_line_now as
select distinct on (l.institution, l.visit, l.sn)
  l.institution, l.visit, l.sn, l.batch, l.refunds, l.said, l.code, l.orders, l.issued_on, l.setting, l.fen, l.verdict,
  l.because, l.change_no, l.msgid, l.place, m.sent_at, m.received_at,
  exists (
    select from claim_cancellation c
    join his_message n on n.institution = c.institution and n.msgid = c.msgid
    where c.institution = l.institution and c.visit = l.visit
      and (c.sn = l.sn or c.batch = l.batch or (c.sn is null and c.batch is null))
      and (n.sent_at, n.msgid collate "C") > (m.sent_at, m.msgid collate "C")) as cancelled
from claim_line l
join his_message m on m.institution = l.institution and m.msgid = l.msgid
order by l.institution, l.visit, l.sn, m.sent_at desc, m.msgid collate "C" desc;
grant select on claim_line_now to xingheng_app;
