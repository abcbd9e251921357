# Builds when the sources are not those of the last build. Sourced by ../drydock.

# Everything that a build reads, by name, size and time: 20 ms, and a switch of branch or a deleted
# file is seen as well as an edit. A part of JAVA_HOME's name: another JDK, another build.
fingerprint() {
  (
    cd "$root"
    shopt -s nullglob
    find pom.xml .mvn */pom.xml */src/main */src/build web examples/template -type d \
      \( -name node_modules -o -name dist -o -name generated -o -name target -o -name e2e \) -prune \
      -o -type f -printf '%p %s %T@\n' 2>/dev/null | LC_ALL=C sort
    echo "${JAVA_HOME:-}"
  ) | sha256sum
}

is_built() {
  find_jdk && [ "$(fingerprint)" = "$(cat "$root/target/build.stamp" 2>/dev/null)" ]
}

# Two launchers at once: one builds, the other waits and finds it done.
build() {
  is_built && return
  if ! mkdir -p "$root/target" 2>/dev/null || [ ! -w "$root/target" ]; then
    complain "cannot build: $root/target is not yours to write; sudo chown -R $(id -un) '$root', or use a clone of your own"
    exit 3
  fi
  (
    if ! flock -n 9; then
      complain "another launcher builds; waiting for it"
      flock 9
    fi
    is_built && exit
    local print
    print=$(fingerprint)
    # Without the tests: a fresh machine builds in half the time. (No module uses another's tests.)
    step "building" "$root/target/build.log" maven -q -T1C -Dmaven.test.skip=true package -pl '!e2e' || exit 1
    echo "$print" >"$root/target/build.stamp"
  ) 9>"$root/target/build.lock" || exit
}

# A server's start and its first tasks, rehearsed once for each build: what its JVM learns is kept as
# an ahead-of-time cache, which halves the start.
rehearse() {
  is_rehearsed || step "rehearsing the server" "$root/target/rehearsal.log" rehearsal ||
    : >"$root/app/target/server.aot"
}

is_rehearsed() {
  local cache=$root/app/target/server.aot
  [ -e "$cache" ] && [ -z "$(find "$root/app/target/lib" -newer "$cache" -print -quit)" ]
}

rehearsal() (
  unset DRYDOCK_JAVA_OPTS
  rm -f "$root/app/target/server.aot"
  server rehearse "$root/app/target/server.aot"
)

# Maven on the root project, wherever the caller stands.
maven() {
  mvn -B -Dstyle.color=never -f "$root/pom.xml" "$@"
}
