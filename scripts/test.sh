# Every test, in words that fit a screen. Sourced by ../drydock.

# tests [unit|fuzz [SEED]]
tests() {
  local log=$root/target/test.log start status=0 goals
  case ${1:-all} in
    all)
      needs jdk maven git oci node npm go python venv pip curl zip unzip ssh chromium chinese
      # Some tests look at what was built: the agent's runtime with its ahead-of-time cache.
      build
      goals=(verify)
      ;;
    unit)
      needs jdk maven git
      # Up to `test` only: no agent runtime is linked, nothing is packaged.
      goals=(test -DexcludedGroups=integration -Dexec.skip)
      ;;
    fuzz)
      needs jdk maven git oci node npm python venv
      build
      # 10,000 requests or more: what follows from the schemas, and 190 made up for each operation.
      goals=(verify -pl e2e -am -Dtest=FuzzTest -Dsurefire.failIfNoSpecifiedTests=false
        -Ddrydock.fuzz.examples=190 -Ddrydock.fuzz.least=10000 "-Ddrydock.fuzz.seed=${2:-$RANDOM}")
      ;;
    --help | -h)
      echo "usage: ./drydock test [unit|fuzz [SEED]]   every test, the unit tests alone (seconds), or 10,000 requests"
      return
      ;;
    *)
      complain "test takes no argument, 'unit' or 'fuzz'; not '$1'"
      return 2
      ;;
  esac
  mkdir -p "$root/target"
  rm -rf "$root"/*/target/surefire-reports
  step "format" "$root/target/format.log" is_formatted || status=1
  start=$(now_ms)
  (
    flock 9
    set -o pipefail
    maven "${goals[@]}" -Dmaven.test.failure.ignore=true --fail-at-end </dev/null 2>&1 | tee "$log" | progress
  ) 9>"$root/target/build.lock" || status=1
  printf '  %-46s %s\n' "all modules" "$(seconds_since "$start")"
  [ "$status" = 0 ] || explain_failure "$log"
  report || status=1
  return "$status"
}

# Names the files that are not, in place of Spotless' long differences.
is_formatted() {
  local log=$root/target/spotless.log
  maven -q --fail-at-end spotless:check >"$log" 2>&1 && return
  echo "these files are not formatted; mvn spotless:apply mends that"
  grep -oE 'src/(main|test)/java/[^ ]+\.java|pom\.xml' "$log" | sort -u || tail -n 15 "$log"
  return 1
}

# Maven's log in, a line for each module that has tests.
progress() {
  local line module= start
  start=$(now_ms)
  while IFS= read -r line; do
    case $line in
      "[INFO] Building "*"["*/*"]")
        module=${line#"[INFO] Building "}
        module=${module%% *}
        ;;
      *"Tests run: "*"Time elapsed"*) ;;
      *"Tests run: "*)
        printf '  %-12s %s  %s\n' "$module" "${line##*] }" "$(seconds_since "$start")"
        start=$(now_ms)
        ;;
    esac
  done
}

# When Maven itself failed: its own words, once each.
explain_failure() {
  [ -f "$1" ] || return 0
  grep '^\[ERROR\]' "$1" | without_advice | awk '!seen[$0]++' | head -20
  echo "  the whole log: $1"
}

# The failing tests, the skipped ones with the reason, and the sum. False if any failed, or none ran.
report() {
  shopt -s nullglob
  awk -f "$root/scripts/report.awk" "$root"/*/target/surefire-reports/TEST-*.xml </dev/null
}
