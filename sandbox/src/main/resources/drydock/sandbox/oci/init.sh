# pid 1 of a sandbox: sh -c THIS init N RELAY... COMMAND...   (N words of RELAY, perhaps none)
#
# Starts the relay, waits for its first line, then runs the command in the foreground, which is also
# what reaps every orphan (wait(2) takes any child), and ends with its status; the kernel then kills
# whatever is left. The command is no background job, because a shell starts those with SIGINT and
# SIGQUIT ignored, for good. With no traps pid 1 is deaf to TERM and INT: a Ctrl-C at the server
# does not reach the work.
#
# On stderr, one NUL byte says that the command starts now; what comes instead says why it does not.
exec 4>&2
n=$1 i=1 relay=
shift
while [ "$i" -le "$n" ]; do
  relay="$relay \"\${$i}\""
  i=$((i + 1))
done
if [ "$n" -gt 0 ]; then
  mkfifo /tmp/.relay
  eval "exec $relay" </dev/null >/tmp/.relay 2>&4 4>&- &
  # It stays open here: a relay that prints more is not killed by SIGPIPE.
  exec 3</tmp/.relay
  rm /tmp/.relay
  read -r _ <&3 || { echo "the relay ended before it was ready" >&2; exit 125; }
  shift "$n"
fi
printf '\0' >&4
# The shell's own remarks ("Killed") are nobody's output.
exec 2>/dev/null
(exec "$@" 2>&4 3<&- 4>&-)
exit $?
