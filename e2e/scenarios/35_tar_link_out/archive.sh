mkdir a
ln -s ../../../../etc a/etc
echo x >a/x
tar -czf archive a
