-- What is generated from other columns is generated again.
select t.relname, a.attname
from pg_class t join pg_attribute a on a.attrelid = t.oid
where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace and t.relname <> ?
  and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
order by t.relname, a.attnum
