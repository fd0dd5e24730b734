# shellcheck shell=bash
# Sourced by the scripts beside it: finds a JDK and installs what is missing. Needs bash 3.2 or newer.

say() { printf '%s\n' "$*" >&2; }

# Sets java_version to what the Java home "$1" says of itself, such as 25.0.3, and java_build to what tells its builds
# apart, as a part of a file's name; fails if it is none.
read_java_version() {
  java_version='' java_build=''
  [ -x "$1/bin/java" ] || return 1
  local line
  if [ -r "$1/release" ]; then
    while IFS= read -r line || [ -n "$line" ]; do
      case $line in
        JAVA_VERSION=*) line=${line#*=}; java_version=${line//\"/} ;;
        IMPLEMENTOR=* | JAVA_RUNTIME_VERSION=* | OS_ARCH=*) java_build=$java_build-${line#*=} ;;
      esac
    done <"$1/release"
  fi
  if [ -z "$java_version" ]; then
    line=$("$1/bin/java" -version 2>&1 | grep -m1 ' version "') || return 1
    line=${line#*\"}
    java_version=${line%%\"*}
  fi
  java_build=${java_build//[!A-Za-z0-9._+-]/}
  java_build=${java_build#-}
  [ -n "$java_version" ]
}

# Fails unless "$1" is the home of a JDK (with a compiler) of 25 or newer.
is_jdk_25() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && read_java_version "$1" || return 1
  local major=${java_version%%[!0-9]*}
  [ -n "$major" ] && [ "$major" -ge 25 ]
}

# Sets jdk to the home of the javac on PATH, which is mostly one of "$@"; fails unless it is of 25 or newer. To follow its
# links would take three processes, and a quarter of what a short command takes.
is_jdk_on_path() {
  local folder javac='' IFS=:
  for folder in $PATH; do
    if [ -x "$folder/javac" ]; then
      javac=$folder/javac
      break
    fi
  done
  [ -n "$javac" ] || return 1
  for jdk in "$@"; do
    if [ "$jdk/bin/javac" -ef "$javac" ]; then
      is_jdk_25 "$jdk"
      return
    fi
  done
  javac=$(readlink -f "$javac" 2>/dev/null)
  jdk=${javac%/bin/javac}
  is_jdk_25 "$jdk"
}

# Sets jdk and java_version, or ends the script with how to get a JDK.
find_jdk() {
  for jdk in "${ECHOLOT_JAVA_HOME:-}" "${JAVA_HOME:-}"; do
    is_jdk_25 "$jdk" && return
  done
  local homes
  homes=(/usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/*
    "${HOME:-}"/.jdks/* /opt/* /opt/*/* /usr/local/* /usr/java/*
    "${HOME:-}"/.local/share/mise/installs/java/* "${HOME:-}"/.asdf/installs/java/*
    /Library/Java/JavaVirtualMachines/*/Contents/Home
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home)
  is_jdk_on_path "${homes[@]}" && return
  for jdk in "${homes[@]}"; do
    is_jdk_25 "$jdk" && return
  done
  say "Echolot needs a JDK 25 or newer, and none was found: not by ECHOLOT_JAVA_HOME, JAVA_HOME or PATH,"
  say "nor in /usr/lib/jvm, /opt, ~/.sdkman or ~/.jdks. To get one:"
  say "  Debian, Ubuntu, where the release has it:  sudo apt-get install openjdk-25-jdk"
  say "  anywhere else:                             https://adoptium.net/temurin/releases/?version=25"
  say "If you have one elsewhere, say where:        ECHOLOT_JAVA_HOME=/path/to/jdk-25 $0"
  exit 2
}

# Where no language is set, Java would take no file name but one in ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  '' | C | POSIX) utf8='env LC_ALL=C.UTF-8' ;;
  *) utf8='' ;;
esac

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

can_be_root() {
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; }
}

# apt_install WHY PACKAGE...: installs with apt, saying what and why. Where it cannot, says the exact
# command and fails. Services that a package brings are not started: they would sit on DICOM ports.
apt_install() {
  local why=$1 policy=/usr/sbin/policy-rc.d made_policy='' failed=''
  shift
  if ! command -v apt-get >/dev/null; then
    say "Please install, $why, what your system calls: $*"
    return 1
  fi
  local command="apt-get install --yes --no-install-recommends $*"
  if ! can_be_root; then
    say "Missing $why: $*. Please run: sudo $command"
    return 1
  fi
  say "Installing $why: $*"
  if [ ! -e $policy ]; then
    printf '#!/bin/sh\nexit 101\n' | as_root tee $policy >/dev/null &&
      as_root chmod 755 $policy && made_policy=1
  fi
  as_root apt-get update -qq -o DPkg::Lock::Timeout=300 </dev/null >/dev/null ||
    say "The package lists could not be brought up to date; trying with those there are."
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends \
    -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null >/dev/null || failed=1
  [ -z "$made_policy" ] || as_root rm -f $policy
  if [ -n "$failed" ]; then
    say "That did not work. Please run: sudo $command"
    return 1
  fi
}

# Prints the packages whose library ("SONAME=PACKAGE"...) the loader does not know.
missing_libraries() {
  local known entry
  known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || return 0
  for entry in "$@"; do
    case $known in *"${entry%%=*}"*) ;; *) printf '%s ' "${entry#*=}" ;; esac
  done
}

# Prints a package with fonts if there is no font at all.
missing_fonts() {
  [ "$(uname)" != Linux ] || [ -n "$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-}/.fonts" \
    "${HOME:-}/.local/share/fonts" \( -name '*.ttf' -o -name '*.otf' \) -print 2>/dev/null | head -n 1)" ] || printf 'fonts-dejavu-core '
}

need_maven() {
  command -v mvn >/dev/null || apt_install "to build Echolot" maven || exit 2
}

# Maven, on the JDK that was found; without that JDK's warnings about Maven's own libraries. The modes
# of files stand in the jar, which is to be the same whoever builds it.
maven() (
  umask 022
  # The words of utf8 are words.
  # shellcheck disable=SC2086
  JAVA_HOME=$jdk \
    MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" \
    $utf8 mvn -B -ntp "$@"
)

# Prints the SHA-256 of the file "$1".
sha256() {
  local sum
  if command -v sha256sum >/dev/null; then sum=$(sha256sum "$1"); else sum=$(shasum -a 256 "$1"); fi
  printf '%s' "${sum%% *}"
}

# Fails, and says which, unless each jar in the folder "$1" is in libraries.sha256 with its SHA-256.
verify_libraries() {
  local jar
  for jar in "$1"/*.jar; do
    if ! grep -q "^$(sha256 "$jar")  .*/${jar##*/}\$" "$root/libraries.sha256"; then
      say "This library is not the one that libraries.sha256 lists: $jar"
      say "docs/security.md says what the list is for."
      return 1
    fi
  done
}
