-- Who canceled meant the turn of that moment.
update messages set body = messages.body || jsonb_build_object('turn', attempts.snapshot -> 'turn')
from attempts
where attempts.task_id = messages.task_id and attempts.number = messages.attempt
  and messages.body ->> 'type' = 'cancel';
