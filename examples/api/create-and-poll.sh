#!/usr/bin/env bash
# Drydock from a script: submit a task, wait until it has ended, fetch the diff.
#
#   create-and-poll.sh PROMPT [REPOSITORY-URL]   > change.patch
#
# Needs curl. The server's address and token come from DRYDOCK_URL and DRYDOCK_TOKEN, as for
# ./drydock itself; the token of a server on this machine is in $DRYDOCK_HOME/token.
set -euo pipefail

[ $# -ge 1 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
url=${DRYDOCK_URL:-http://127.0.0.1:8080}
home=${DRYDOCK_HOME:-$([ "$(id -u)" = 0 ] && echo /var/lib/drydock || echo "$HOME/.drydock")}
token=${DRYDOCK_TOKEN:-$(cat "$home/token")}

# The token goes to curl on its standard input: arguments can be read by everyone on the machine.
api() {
  curl -sS --fail-with-body -K - "$@" <<<"header = \"Authorization: Bearer $token\""
}

# Text as a JSON string.
quoted() {
  local text=$1
  text=${text//\\/\\\\} text=${text//\"/\\\"} text=${text//$'\t'/\\t} text=${text//$'\n'/\\n}
  printf '"%s"' "$text"
}

# The first string of this name in the JSON on standard input.
field() {
  grep -oE "\"$1\" *: *\"([^\"\\\\]|\\\\.)*\"" | head -n 1 | sed -E 's/^"[^"]*" *: *"//; s/"$//; s/\\(["\\])/\1/g'
}

# What the server says when it says no: the detail of an application/problem+json.
refused() {
  field detail >&2 <<<"$1" || printf '%s\n' "$1" >&2
  exit 1
}

task="{\"prompt\": $(quoted "$1")"
[ $# -ge 2 ] && task+=", \"repo\": {\"url\": $(quoted "$2")}"
task+="${DRYDOCK_MODEL:+, \"model\": $(quoted "$DRYDOCK_MODEL")}}"

answer=$(api -X POST -H 'Content-Type: application/json' -d "$task" "$url/task") || refused "$answer"
id=$(field id <<<"$answer")
echo "task $id" >&2

# ?wait=30 answers when the state changes, or after 30 seconds.
state=
until [[ $state =~ ^(succeeded|failed|canceled)$ ]]; do
  answer=$(api "$url/task/$id?wait=30") || refused "$answer"
  state=$(field state <<<"$answer")
  echo "  $state" >&2
done

if [ "$state" = succeeded ]; then
  api "$url/logs/$id/explanation.md" >&2
  echo >&2
else
  field message >&2 <<<"$answer" || true # why it failed
fi
api "$url/api/tasks/$id/diff.patch"
[ "$state" = succeeded ]
