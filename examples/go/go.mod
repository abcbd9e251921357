module example.org/logbook

go 1.21
