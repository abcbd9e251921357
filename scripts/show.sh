# What a person sees of set-up: one line a step, with its time. All on stderr: stdout is the
# command's own. Sourced by ../drydock.

complain() {
  printf 'drydock: %s\n' "$*" >&2
}

# now_ms: milliseconds since the epoch.
now_ms() {
  local us=${EPOCHREALTIME/[.,]/}
  printf '%s' "${us%???}"
}

# seconds_since START_MS: "12.3 s".
seconds_since() {
  local ms=$(($(now_ms) - $1))
  printf '%d.%d s' $((ms / 1000)) $((ms % 1000 / 100))
}

# step TITLE LOG COMMAND...: runs the command with its output in the log; shows title and time, and
# on failure the log's tail.
step() {
  local title=$1 log=$2 start status=0
  shift 2
  start=$(now_ms)
  mkdir -p "$(dirname "$log")"
  if is_terminal; then printf '  %-46s …' "$title" >&2; else printf '  %s …\n' "$title" >&2; fi
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ "$status" = 0 ]; then
    finished "$title" "$(seconds_since "$start")"
  else
    finished "$title" "failed after $(seconds_since "$start")"
    show_tail "$log"
  fi
  return "$status"
}

# finished TITLE WORD: the line of a step that is over, in place of the one that said it runs.
finished() {
  is_terminal && printf '\r\033[K' >&2
  printf '  %-46s %s\n' "$1" "$2" >&2
}

show_tail() {
  without_advice <"$1" | tail -n 20 | sed 's/^/    | /' >&2
  printf '  the whole log: %s\n' "$1" >&2
}

# A log without the lines that Maven ends every failure with: stack frames of its own, and advice.
without_advice() {
  grep -v -e '^    at ' -e '^\[ERROR\] *$' -e 'Help 1\]' -e 're-run Maven' -e 'Re-run Maven' \
    -e 'For more information about' -e 'After correcting the problems' -e 'mvn <args>'
}

is_terminal() {
  [ -t 2 ]
}
