head -c 200000 /dev/urandom >f
tar -czf whole f
head -c 100000 whole >archive
