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

# The server's start, rehearsed once for each build: what its JVM learns is kept as an ahead-of-time
# cache (JEP 514), which halves the start.
rehearse() {
  is_rehearsed || step "rehearsing the server's start" "$root/target/rehearsal.log" rehearsal ||
    : >"$root/app/target/server.aot"
}

is_rehearsed() {
  local cache=$root/app/target/server.aot
  [ -e "$cache" ] && [ -z "$(find "$root/app/target/lib" -newer "$cache" -print -quit)" ]
}

rehearsal() {
  local folder cache=$root/app/target/server.aot pid tries status=1
  folder=$(mktemp -d /var/tmp/drydock-rehearsal-XXXXXX)
  chmod 711 "$folder"
  env -i PATH="$PATH" HOME="$HOME" LC_ALL="$LC_ALL" DRYDOCK_HOME="$folder/home" DRYDOCK_PORT=0 \
    "$JAVA_HOME/bin/java" "${java_options[@]}" -Xmx512m --enable-native-access=ALL-UNNAMED \
    "-XX:AOTCacheOutput=$folder/server.aot" -cp "$root/app/target/lib/*" drydock.app.Main up >"$folder/log" &
  pid=$!
  for ((tries = 0; tries < 600; tries++)); do
    kill -0 "$pid" 2>/dev/null || break
    if grep -q 'Drydock is up' "$folder/log"; then
      kill -TERM "$pid"
      break
    fi
    sleep 0.1
  done
  wait "$pid" || true
  [ -s "$folder/server.aot" ] && mv "$folder/server.aot" "$cache" && touch "$cache" && status=0
  rm -rf "$folder"
  return "$status"
}

# Maven on the root project, wherever the caller stands.
maven() {
  mvn -B -Dstyle.color=never -f "$root/pom.xml" "$@"
}
