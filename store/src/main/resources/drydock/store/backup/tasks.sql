select id from tasks order by id
