# What the machine must have: found, or installed with apt, or named. Sourced by ../drydock.
#
# A need is a word (jdk, maven, git, oci, node, npm, go, python, venv, ssh, chromium, chinese); it has a way to be found, a Debian
# package, and a line for people whose machine cannot install it by itself.

# needs_for COMMAND
needs_for() {
  case $1 in
    demo) needs jdk maven git oci node npm python ;;
    *) needs jdk maven git oci node npm ;;
  esac
}

# needs NEED...: has them all, or ends with exit code 3.
needs() {
  local need missing=()
  for need in "$@"; do
    find_"$need" || missing+=("$need")
  done
  [ ${#missing[@]} = 0 ] && return
  install "${missing[@]}"
  for need in "${missing[@]}"; do
    find_"$need" || give_up "$need"
  done
}

# --- found ---

# Reads the JDK's own `release` file: asking the program costs 50 ms.
find_jdk() {
  local home on_path
  on_path=$(command -v javac || true)
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "${on_path:+$(dirname "$(dirname "$(readlink -f "$on_path")")")}"; do
    [ -x "$home/bin/javac" ] && [ -x "$home/bin/jlink" ] || continue
    if grep -qs '^JAVA_VERSION="25[."]' "$home/release"; then
      export JAVA_HOME=$home
      return
    fi
  done
  return 1
}

find_git() { command -v git >/dev/null; }
# Its version is checked by the build itself: asking costs a JVM.
find_maven() { command -v mvn >/dev/null; }
find_oci() { command -v runc >/dev/null || command -v runsc >/dev/null; }
find_npm() { command -v npm >/dev/null; }
find_go() { command -v go >/dev/null; }
find_python() { command -v python3 >/dev/null; }
find_pip() { python3 -m pip --version >/dev/null 2>&1 && command -v pip >/dev/null; }
find_ssh() { command -v ssh >/dev/null; }
find_curl() { command -v curl >/dev/null; }
find_zip() { command -v zip >/dev/null; }
find_unzip() { command -v unzip >/dev/null; }
find_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }
# A font that can write Chinese, for the pictures that the tests take.
find_chinese() { [ -n "$(fc-list :lang=zh family 2>/dev/null)" ]; }
find_venv() { python3 -c 'import ensurepip, venv' 2>/dev/null; }

find_node() {
  local version major minor
  version=$(node --version 2>/dev/null) || return 1
  IFS=. read -r major minor _ <<<"${version#v}"
  ((major > 20 || (major == 20 && minor >= 19)))
}

# --- installed ---

package_of() {
  case $1 in
    jdk) echo openjdk-25-jdk-headless ;;
    maven) echo maven ;;
    git) echo git ;;
    oci) echo runc ;;
    node) echo nodejs ;;
    npm) echo npm ;;
    go) echo golang-go ;;
    python) echo python3 ;;
    venv) echo python3-venv ;;
    pip) echo python3-pip ;;
    ssh) echo openssh-client ;;
    chinese) echo fonts-noto-cjk ;;
    curl | zip | unzip | chromium) echo "$1" ;;
  esac
}

# install NEED...: with apt where there is apt; ends with exit code 3 if that cannot be.
install() {
  local need package packages=() unknown=()
  command -v apt-get >/dev/null || give_up "$@"
  [ -n "${DRYDOCK_NO_INSTALL:-}" ] && give_up "$@"
  has_packages "$@" || as_root "$@"
  has_packages "$@" || step "refreshing apt's package lists" "$root/target/apt-update.log" "${sudo[@]}" apt-get update || true
  for need in "$@"; do
    package=$(package_of "$need")
    if is_packaged "$package"; then packages+=("$package"); else unknown+=("$need"); fi
  done
  if [ ${#packages[@]} != 0 ]; then
    as_root "$@"
    step "installing ${packages[*]}" "$root/target/apt-install.log" apt_install "${packages[@]}" || exit 3
  fi
  [ ${#unknown[@]} = 0 ] || give_up "${unknown[@]}"
}

apt_install() {
  local get=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=120)
  "${get[@]}" install --no-install-recommends "$@" && return
  # Lists that are old name packages that are gone.
  "${get[@]}" update && "${get[@]}" install --no-install-recommends "$@"
}

has_packages() {
  local need
  for need in "$@"; do
    is_packaged "$(package_of "$need")" || return 1
  done
}

is_packaged() {
  [ -n "$(apt-cache show --no-all-versions "$1" 2>/dev/null)" ]
}

# as_root NEED...: sets `sudo` to what makes a command run as root; asks only a person.
sudo=()
as_root() {
  [ "$(id -u)" = 0 ] && return
  [ ${#sudo[@]} = 0 ] || return 0
  if command -v sudo >/dev/null; then
    sudo=(sudo -n)
    sudo -n true 2>/dev/null && return
    if [ -t 0 ] && is_terminal; then
      printf 'drydock: may I install with sudo apt-get: %s? [Y/n] ' "$(packages_of "$@")" >&2
      local answer
      read -r answer
      sudo=(sudo)
      [[ $answer == [nN]* ]] || { sudo -v && return; }
    fi
  fi
  give_up "$@"
}

packages_of() {
  local need words=
  for need in "$@"; do words+=" $(package_of "$need")"; done
  echo "${words# }"
}

# --- named ---

# give_up NEED...: one line each, and exit code 3.
give_up() {
  local need
  for need in "$@"; do
    complain "missing: $(how_to_get "$need")"
  done
  if command -v apt-get >/dev/null && has_packages "$@"; then
    complain "type: sudo apt-get update && sudo apt-get install -y --no-install-recommends $(packages_of "$@")"
  fi
  exit 3
}

how_to_get() {
  case $1 in
    jdk) echo "a JDK 25 (Debian 13: openjdk-25-jdk-headless; Fedora: java-25-openjdk-devel; any: Eclipse Temurin 25 from adoptium.net, then set JAVA_HOME)" ;;
    maven) echo "Maven 3.8 or newer (the package 'maven' of your distribution)" ;;
    git) echo "git (the package 'git' of your distribution)" ;;
    oci) echo "an OCI runtime: runc (the package 'runc' of your distribution) or gVisor's runsc (gvisor.dev)" ;;
    node) echo "Node.js 20.19 or newer (Debian 13: nodejs; any: nodejs.org)" ;;
    npm) echo "npm (Debian: npm; elsewhere it comes with Node.js)" ;;
    go) echo "Go (Debian: golang-go; any: go.dev)" ;;
    python) echo "Python 3 (the package 'python3' of your distribution)" ;;
    venv) echo "Python's venv (Debian: python3-venv; elsewhere it comes with python3)" ;;
    ssh) echo "OpenSSH's client (Debian: openssh-client)" ;;
    pip) echo "pip (Debian: python3-pip; elsewhere it comes with python3)" ;;
    chromium) echo "Chromium (the package 'chromium' of your distribution)" ;;
    chinese) echo "a font that can write Chinese, and fontconfig (Debian: fonts-noto-cjk)" ;;
    *) echo "$1 (the package '$1' of your distribution)" ;;
  esac
}
