-- What was spent, by day (UTC), actor, repository (URL or upload id) and model. It outlives the tasks: of those that were
-- deleted, neither the task nor its repository is named.
create table spent (
  day          date    not null,
  task_id      text    not null, -- '' = deleted
  actor        text    not null,
  repository   text    not null,
  model        text    not null,
  calls        bigint  not null,
  input        bigint  not null,
  cached_input bigint  not null,
  output       bigint  not null,
  usd          numeric not null,
  primary key (day, task_id, actor, repository, model)
);

create index spent_by_task on spent (task_id);

insert into spent
select
  (e.at at time zone 'UTC')::date, t.id, t.actor_name, t.source, e.body ->> 'model',
  sum((e.body #>> '{usage,calls}')::bigint),
  sum((e.body #>> '{usage,tokens,input}')::bigint),
  sum((e.body #>> '{usage,tokens,cachedInput}')::bigint),
  sum((e.body #>> '{usage,tokens,output}')::bigint),
  sum((e.body #>> '{usage,usd}')::numeric)
from events e join tasks t on t.id = e.task_id
where e.type = 'model_called'
group by 1, 2, 3, 4, 5;
