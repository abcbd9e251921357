curl -sS -m 5 https://not-listed.example/ || true
curl -sS -m 5 http://169.254.169.254/latest/meta-data || true
