select t.relname, r.relname
from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class r on r.oid = c.confrelid
where c.contype = 'f' and c.connamespace = current_schema()::regnamespace and t.oid <> r.oid
