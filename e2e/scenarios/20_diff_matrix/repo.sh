printf 'was\0something' >binary.bin
echo 'echo hi' >script.sh
echo 'echo hi' >was_executable.sh; chmod +x was_executable.sh
seq 20 >old_name.txt
echo bye >deleted.txt
mkdir gone here becomes_file
echo a >gone/a.txt; echo b >gone/b.txt; echo h >here/h.txt; echo f >becomes_file/f.txt
echo text >emptied.txt
printf 'one\r\ntwo\r\n' >crlf.txt
ln -s nowhere link
echo x >becomes_folder
echo x >becomes_link
ln -s crlf.txt unlink
git add -A
git commit -qm base
