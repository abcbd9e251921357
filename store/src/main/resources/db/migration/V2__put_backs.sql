-- How often an attempt was put back is counted from now on.
update attempts set snapshot = snapshot || '{"putBacks": 0}';
