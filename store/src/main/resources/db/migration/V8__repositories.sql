-- Git repositories that tasks started from, or may: the id is made of the URL. Forgetting one leaves its tasks.
create table repositories (
  id             text        primary key,
  url            text        not null,
  last_used_at   timestamptz not null,
  default_branch text -- as the remote said last
);

create index repositories_newest on repositories (last_used_at desc, id desc);

-- A hash, because a URL may be longer than an entry of the other kind.
create index tasks_by_source on tasks using hash (source);

insert into repositories (id, url, last_used_at)
select 'g_' || left(encode(sha256(convert_to(source, 'UTF8')), 'hex'), 16), source, max(created_at)
from tasks
where request #>> '{source,type}' = 'git'
group by source;
