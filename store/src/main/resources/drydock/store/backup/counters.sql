select table_name, column_name
from information_schema.columns
where table_schema = current_schema()
  and pg_get_serial_sequence(quote_ident(table_name), column_name) is not null
