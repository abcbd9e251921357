-- What agents asked people is told from now on.
update attempts set snapshot = snapshot || '{"approvals": {"all": [], "asked": 0, "waited": "PT0S"}}';

-- Answers that hold for a repository (URL or upload id) from then on.
create table rules (
  id         text        primary key,
  repository text        not null,
  kind       text        not null,
  subject    text        not null, -- the command, or the file
  allowed    boolean     not null,
  actor      text        not null,
  created_at timestamptz not null
);

create index rules_of_repository on rules (repository, created_at desc);
