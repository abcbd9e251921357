-- A request and its answer are one transaction from now on: what a server that died had begun can be asked again.
delete from answers where status is null;
