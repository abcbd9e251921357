-- Named API tokens: who may ask, beside the operator.
create type scope as enum ('read', 'write', 'admin');

create table access_tokens (
  id           text        primary key,
  name         text        not null unique,
  scope        scope       not null,
  token_hash   text        not null unique,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  last_used_at timestamptz -- at most a minute behind
);
