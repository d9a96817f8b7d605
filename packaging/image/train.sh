#!/bin/sh
# train.sh IMAGE TIME: records which classes the main jobs use and which of their methods are hot, as an
# AOT cache at the place where the runtime looks without being told. Start-up is two to three times
# faster with it, and the program works the same without: a failure here is said and is none of the
# build. A cache comes from one run only, so the class Rehearsal reports on the demo first. It is
# written at the end, into a folder that may need privileges: they are kept. Last of all it leaves the
# mark by which the launcher knows that the image is whole and how old it is.
image=$1
cache=$image/lib/server/classes.jsa
seconds=4
# The runtime knows its cache by the times of its files; with the same ones in every build two
# packages are the same, too.
find "$image" -exec touch -h -d "$2" {} +
# With 256 colours: those of all colours are drawn by each start before the terminal is taken.
export TERM=xterm-256color
unset NO_COLOR COLORTERM
# Settings as the first run leaves them, so that they are read as fast as they ever will be.
config=$(mktemp) || exit 1
cp "$(dirname "$0")/../../bootstrap/src/main/resources/iftoprs/bootstrap/iftoprs.default.conf" "$config" || exit 1
trap 'rm -f "$config"' EXIT
job="'$image/bin/java' -XX:AOTCacheOutput='$cache' -m bootstrap/iftoprs.bootstrap.Rehearsal '$config' --demo --duration $seconds --keep-privileges"
if command -v script >/dev/null 2>&1; then
  # The screen needs a terminal: script(1) lends one.
  script -qec "stty cols 120 rows 35; exec $job" /dev/null </dev/null >/dev/null 2>&1
else
  "$image/bin/java" -XX:AOTCacheOutput="$cache" -m bootstrap/iftoprs.bootstrap.Rehearsal "$config" --demo --json --duration "$seconds" --keep-privileges >/dev/null 2>&1
fi
[ -s "$cache" ] || echo "train.sh: no AOT cache was made; the program starts more slowly" >&2
touch -d "$2" "$cache" "${cache%/*}" 2>/dev/null
touch "$image/../built"
