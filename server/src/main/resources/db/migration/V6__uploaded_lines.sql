-- Lines that hospitals uploaded, as their agency sees them, and the second look over them.

-- A number for every upload of a line: what a page and an item are about.
alter table claim_line add column id bigint generated always as identity;
alter table claim_line add unique (id);
create index on claim_line (code, issued_on);

-- Lists go by the day of the fee and the number, of one institution or of all.
create index on claim_line (issued_on, id);
drop index claim_line_institution_issued_on_idx;
create index on claim_line (institution, issued_on, id);

-- As before, with the number and the crosswalk, and written so that conditions on lines are met before their uploads
-- are compared.
create or replace view claim_line_now as
select
  l.institution, l.visit, l.sn, l.batch, l.refunds, l.said, l.code, l.orders, l.issued_on, l.setting, l.fen, l.verdict,
  l.because, l.change_no, l.msgid, l.place, m.sent_at, m.received_at,
  exists (
    select from claim_cancellation c
    join his_message n on n.institution = c.institution and n.msgid = c.msgid
    where c.institution = l.institution and c.visit = l.visit
      and (c.sn = l.sn or c.batch = l.batch or (c.sn is null and c.batch is null))
      and (n.sent_at, n.msgid collate "C") > (m.sent_at, m.msgid collate "C")) as cancelled,
  l.id, l.crosswalk
from claim_line l
join his_message m on m.institution = l.institution and m.msgid = l.msgid
where not exists (
  select from claim_line k
  join his_message n on n.institution = k.institution and n.msgid = k.msgid
  where k.institution = l.institution and k.visit = l.visit and k.sn = l.sn
    and (n.sent_at, n.msgid collate "C") > (m.sent_at, m.msgid collate "C"));

-- An item is about a loaded line or about an upload, never both. Its reason says why it came: a verdict that turned, or
-- an upload that counts no longer: cancelled, replaced by a later one, or loaded with its agency's month.
alter table settlement_item
  alter column claim_id drop not null,
  add column upload bigint references claim_line (id),
  add column reason text not null default 'turned',
  add constraint settlement_item_of_one check ((claim_id is null) <> (upload is null)),
  add constraint settlement_item_reason check (reason in ('turned', 'cancelled', 'replaced', 'loaded')),
  add constraint settlement_item_agency foreign key (agency) references organisation,
  add unique (upload, turn);

-- Why an item was withdrawn; nothing for what people do.
alter table settlement_step
  add column reason text not null default '',
  add constraint settlement_step_reason check (reason in ('', 'turned', 'cancelled', 'replaced', 'loaded'));

create or replace view settlement_item_now as
  select i.id, i.agency, i.claim_id, i.turn, i.look, i.kind, i.fen, i.verdict_before, i.because_before, i.verdict_after,
         i.because_after, i.articles, coalesce(s.state, 'LISTED') as state, coalesce(s.step, 0) as step, i.upload,
         i.reason
  from settlement_item i
  left join lateral (
    select t.state, t.step from settlement_step t where t.item = i.id order by t.step desc limit 1) s on true;
