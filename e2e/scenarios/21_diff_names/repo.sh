touch "$(printf 'old-\351.txt')"
git add -A
git commit -qm base
