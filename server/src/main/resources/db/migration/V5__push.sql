-- Hooks: where an institution wants to be told of changes of standings. Its secret is reckoned from the signing key of
-- the house and the nonce, and stands nowhere.
create table hook (
  id bigint generated always as identity primary key,
  institution text not null references organisation,
  url text not null check (url ~ '^https?://[!-~]+$' and length(url) <= 500),
  nonce text not null check (length(nonce) >= 16),
  created_by bigint not null references account,
  created_at timestamptz not null
);
create index on hook (institution);
call insert_only('hook');

-- What people did with a hook, in order.
create table hook_act (
  hook bigint not null references hook,
  no int not null,
  act text not null check (act in ('PAUSED', 'RESUMED', 'AGAIN', 'SKIPPED', 'DELETED')),
  account bigint not null references account,
  at timestamptz not null,
  primary key (hook, no)
);
call insert_only('hook_act');

-- Up to which change a hook was told, and which server is telling it just now. No fact: a mark that moves on.
create table hook_cursor (
  hook bigint primary key references hook,
  no bigint not null,
  held_until timestamptz not null default '-infinity'
);
grant select, insert, update (no, held_until) on hook_cursor to xingheng_app;

-- What is sent, as it is sent: written before the first attempt, so that it is the same at every attempt. The body is
-- dropped when it has arrived.
create table hook_delivery (
  id uuid primary key default gen_random_uuid(),
  hook bigint not null references hook,
  after_no bigint not null,
  next_no bigint not null,
  body text not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'DEAD', 'SKIPPED')),
  attempts int not null default 0,
  due_at timestamptz not null,
  trouble text not null default '',
  changed_at timestamptz not null,
  check (next_no > after_no)
);
create unique index on hook_delivery (hook) where state in ('WAITING', 'DEAD');
create index on hook_delivery (hook, changed_at) where state = 'DONE';
create index on hook_delivery (due_at) where state = 'WAITING';
grant select, insert, update (state, attempts, due_at, trouble, changed_at, body) on hook_delivery to xingheng_app;
