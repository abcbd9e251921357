select max(version::integer) from drydock_schema where success and version is not null
