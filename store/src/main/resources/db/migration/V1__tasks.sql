-- Names are those of docs/glossary.md. Times are kept to the microsecond. What is jsonb is a value of the domain in the
-- form of its codec; columns beside it are what questions are asked about.

-- In order of progress, as drydock.domain.task.State: the state of a task is the least of its attempts'.
create type state as enum (
  'queued', 'preparing', 'setting_up', 'running', 'waiting', 'collecting', 'succeeded', 'failed', 'canceled');

create type actor_kind as enum ('user', 'agent', 'system');

create table tasks (
  id         text        primary key,
  actor_kind actor_kind  not null,
  actor_name text        not null,
  created_at timestamptz not null,
  state      state       not null,
  request    jsonb       not null,
  source     text        not null, -- URL or upload id, for the list's filter
  prompt     text        not null, -- for the list's filter
  last_event bigint      not null  -- the number of the newest event: this row's lock makes numbers gapless
) with (fillfactor = 80);

create index tasks_newest on tasks (created_at desc, id desc);
create index tasks_newest_by_state on tasks (state, created_at desc, id desc);

create table attempts (
  task_id     text        not null references tasks on delete cascade,
  number      integer     not null check (number >= 1),
  state       state       not null,
  queued_at   timestamptz not null,
  snapshot    jsonb       not null, -- the attempt as its events so far tell it
  node        text,                 -- who leased it last
  lease_until timestamptz check (lease_until is null or node is not null), -- null = nobody holds it
  fence       bigint      not null default 0, -- grows with each lease
  primary key (task_id, number)
) with (fillfactor = 80);

create index attempts_queued on attempts (queued_at, task_id, number) where state = 'queued';
create index attempts_leased on attempts (lease_until) where lease_until is not null;
create index attempts_open on attempts (node)
  where state in ('preparing', 'setting_up', 'running', 'waiting', 'collecting');

create table events (
  task_id    text        not null,
  number     bigint      not null check (number >= 1),
  attempt    integer     not null,
  at         timestamptz not null,
  actor_kind actor_kind  not null,
  actor_name text        not null,
  type       text        not null,
  body       jsonb       not null,
  primary key (task_id, number),
  foreign key (task_id, attempt) references attempts on delete cascade
);

-- What people said and no runner has heard yet.
create table messages (
  id      bigint  primary key generated always as identity,
  task_id text    not null,
  attempt integer not null,
  body    jsonb   not null,
  foreign key (task_id, attempt) references attempts on delete cascade
);

create index messages_of_attempt on messages (task_id, attempt, id);

create table shares (
  id         text        primary key,
  task_id    text        not null references tasks on delete cascade,
  token_hash text        not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  include    text[]      not null
);

create index shares_of_task on shares (task_id, created_at);

create table uploads (
  id    text        primary key,
  name  text        not null,
  bytes bigint      not null check (bytes >= 0),
  at    timestamptz not null
);

-- First answers by idempotency key; no status = being answered.
create table answers (
  actor       text        not null,
  key         text        not null,
  body_hash   text        not null,
  reserved_at timestamptz not null,
  status      integer,
  location    text,
  body        text,
  primary key (actor, key),
  check ((status is null) = (location is null) and (status is null) = (body is null))
);

create index answers_oldest on answers (reserved_at);
