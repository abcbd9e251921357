cd repo
git init -q -b main
git add -A
git commit -qm First
echo second >second.txt
git add -A
git commit -qm Second
git remote add origin https://user:evil@example.org/x.git
git config core.sshCommand evil
mkdir -p .git/hooks
echo 'echo evil' >.git/hooks/post-checkout
chmod +x .git/hooks/post-checkout
echo 'not committed' >uncommitted.txt
tar -czf ../archive .
