git add -A
git commit -qm One
git tag -m 'the first' v1
echo later >later.txt
git add -A
git commit -qm Two
