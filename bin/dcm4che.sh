# shellcheck shell=bash
# Sourced by bin/run where dcm4che's engine is asked for: a build of its own, with a folder and caches of its own.
# Takes dcm4che from DCM4CHE_HOME, the folder of an unpacked dcm4che 5, else lets Maven fetch it.

plain_app=$app
app=$root/target/run-dcm4che
mkdir -p "$app/lib" 2>/dev/null
eval "plain_$(declare -f is_built)"
eval "plain_$(declare -f build)"

is_built() {
  [ -f "$app/built" ] && [ "$(cat "$app/built")" = "${DCM4CHE_HOME:-}" ] &&
    [ -z "$(find "$root/pom.xml" "$root/src/main" "$root/src/dcm4che" "$root/icons" -newer "$app/built" -print -quit)" ]
}

# Prints the newest file "$2" in the folder "$1"; fails if there is none.
jar_in() {
  local found=''
  # The name is a pattern.
  # shellcheck disable=SC2086
  for found in "$1"/$2; do :; done
  [ -f "$found" ] && printf '%s' "$found"
}

build() {
  if [ -n "${DCM4CHE_HOME:-}" ]; then find_home_jars; fi
  mkdir -p "$app/lib" && touch "$app/started" || exit 2
  rm -rf "$app"/*.aot* "$app"/lib/*.jar "$app/classes"
  if [ -n "${DCM4CHE_HOME:-}" ]; then build_on_home; else build_by_maven; fi
  printf '%s' "${DCM4CHE_HOME:-}" >"$app/started.new" && touch -r "$app/started" "$app/started.new" &&
    mv "$app/started.new" "$app/built" && rm -f "$app/started" || exit 2
}

# Sets home_jars to what is taken of DCM4CHE_HOME.
find_home_jars() {
  local name jar
  home_jars=()
  for name in dcm4che-core-5 dcm4che-net-5 slf4j-api-2; do
    if ! jar=$(jar_in "$DCM4CHE_HOME/lib" "$name*.jar"); then
      say "There is no $name*.jar in $DCM4CHE_HOME/lib, where DCM4CHE_HOME leads: name the folder of an unpacked dcm4che 5.35, or leave out --engine, --compare and ECHOLOT_ENGINE, as Echolot works without."
      exit 2
    fi
    home_jars+=("$jar")
  done
}

# The usual build, and our engine compiled against the jars of DCM4CHE_HOME: without Maven and without a network.
build_on_home() {
  local path
  (app=$plain_app && { plain_is_built || plain_build; }) || exit 2
  cp "$plain_app"/lib/*.jar "${home_jars[@]}" "$app/lib/" && cp "$plain_app/echolot.jar" "$app/" || exit 2
  path=$(printf ':%s' "$app/echolot.jar" "$app"/lib/*.jar)
  say "Compiling the engine on dcm4che (once) ..."
  if ! (find "$root/src/dcm4che/java" -name '*.java' >"$app/sources" && "$jdk/bin/javac" -nowarn -proc:none \
    -encoding UTF-8 -cp "${path#:}" -d "$app/classes" "@$app/sources" &&
    cp -R "$root/src/dcm4che/resources/." "$app/classes/" &&
    "$jdk/bin/jar" --create --file "$app/lib/echolot-dcm4che.jar" -C "$app/classes" .) >"$app/build.log" 2>&1; then
    say "The engine does not compile with the dcm4che in $DCM4CHE_HOME; it is made for 5.35. Echolot works without it: leave out --engine, --compare and ECHOLOT_ENGINE. $app/build.log says more."
    exit 2
  fi
}

build_by_maven() {
  local log=$app/build.log
  need_maven
  say "Building Echolot with dcm4che (once; this takes a minute or two) ..."
  rm -f "$root"/target/dcm4che/lib/*.jar
  if ! (cd "$root" && maven -q -Pdcm4che -Dmaven.test.skip=true -Dmaven.compiler.failOnWarning=false package) \
    </dev/null >"$log" 2>&1; then
    if grep -q 'org\.dcm4che:' "$log"; then
      say "dcm4che could not be fetched from https://www.dcm4che.org/maven2. Echolot works without it: leave out --engine, --compare and ECHOLOT_ENGINE. To get it, try again with a network, or unpack dcm4che 5.35 and set DCM4CHE_HOME to its folder. $log says more."
    else
      cat "$log" >&2
      say "The build failed; the lines above are in $log too."
    fi
    exit 2
  fi
  # The two jars of dcm4che are in no list; all others are compared.
  mkdir -p "$app/verified" && rm -f "$app"/verified/*.jar
  cp "$root"/target/dcm4che/lib/*.jar "$app/verified/" && rm -f "$app"/verified/dcm4che-*.jar &&
    verify_libraries "$app/verified" || exit 2
  cp "$root"/target/dcm4che/lib/*.jar "$app/lib/" && cp "$root/target/dcm4che/echolot.jar" "$app/" || exit 2
}
