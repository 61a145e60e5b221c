-- A file of claim lines is kept in pieces, so that nobody has to hold all of it. Files of before stand in settlement_file.
alter table settlement_file alter column content drop not null;

create table settlement_piece (
  hash text not null references settlement_file,
  place int not null check (place >= 0),
  content bytea not null check (octet_length(content) between 1 and 4194304),
  primary key (hash, place)
);
call insert_only('settlement_piece');
