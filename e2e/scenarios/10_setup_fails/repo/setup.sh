echo no such thing as berth 9 >&2
exit 7
