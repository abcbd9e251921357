printf 'x\n' >"$(printf 'latin-\351.txt')"
printf 'x\n' >"$(printf 'bad-\377\376.bin')"
printf 'x\n' >'two  blanks.txt'
printf 'x\n' >"$(printf 'tab\there')"
printf 'x\n' >"$(printf 'line\nbreak')"
printf 'x\n' >'quote"d'
printf 'x\n' >'back\slash'
printf 'x\n' >'-dash'
printf 'x\n' >'Ünïcode-漢字.txt'
rm "$(printf 'old-\351.txt')"
