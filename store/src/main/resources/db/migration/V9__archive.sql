-- Put away by a person, out of the list; only what has ended.
alter table tasks add column archived_at timestamptz;

-- For the list's filter, as source and prompt.
alter table tasks
  add column model text not null default '',
  add column ref   text not null default ''; -- the branch, tag or commit; none was named = empty
update tasks
  set model = coalesce(request ->> 'model', ''), ref = coalesce(request -> 'source' ->> 'ref', '');
alter table tasks alter column model drop default, alter column ref drop default;

-- The list's pages leave out what was put away, or show that alone.
drop index tasks_newest;
drop index tasks_newest_by_state;
create index tasks_newest on tasks (created_at desc, id desc) where archived_at is null;
create index tasks_newest_by_state on tasks (state, created_at desc, id desc) where archived_at is null;
create index tasks_archived on tasks (created_at desc, id desc) where archived_at is not null;

-- All that counting asks for, so that it reads no request.
create index tasks_counted on tasks (state, archived_at);
