printf 'now\0other' >binary.bin
chmod +x script.sh
chmod -x was_executable.sh
mv old_name.txt new_name.txt
mkdir -p deep/er && echo new >deep/er/new.txt
rm deleted.txt
rm -r gone
: >emptied.txt
: >born_empty.txt
printf 'one\r\nTWO\r\n' >crlf.txt
printf 'no newline' >no_newline.txt
ln -s ../sum here/link
ln -sfn elsewhere link
rm becomes_folder && mkdir becomes_folder && echo in >becomes_folder/in.txt
rm -r becomes_file && echo file >becomes_file
rm becomes_link && ln -s crlf.txt becomes_link
rm unlink && echo 'a file now' >unlink
mkdir nested && cd nested && git init -q && echo inner >inner.txt && cd ..
rm -rf nested/.git/hooks && printf 'ref: refs/heads/main\n' >nested/.git/HEAD && rm -rf nested/.git/objects nested/.git/info nested/.git/branches nested/.git/refs && printf '[core]\n' >nested/.git/config && rm -f nested/.git/description
rm -r nested/.git
