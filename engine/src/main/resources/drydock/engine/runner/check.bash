# The acceptance command ($1), on base and set-up with the patch applied.
patch() {
  git -c core.hooksPath=/dev/null -c core.fsmonitor=false apply --binary --whitespace=nowarn /app/diff.patch
}

# A file that set-up made and the agent changed is new in the patch: what set-up made gives way.
give_way() {
  local change
  while IFS= read -r -d '' change; do
    change=${change#*$'\t'}
    change=${change#*$'\t'}
    [ -n "$(git --literal-pathspecs ls-files -- "$change")" ] || rm -rf -- "$change"
  done < <(git apply --numstat -z /app/diff.patch)
}

if [ -s /app/diff.patch ]; then
  patch 2>/dev/null || { give_way && patch; } || exit 125
fi
bash -c "$1"
status=$?
# The host looks for it: without it the command did not come to its end.
mkdir -p /home/agent/.drydock && echo "$status" >/home/agent/.drydock/checked
exit "$status"
