#!/bin/sh
# screen.sh [ROUNDS]: the screen on a pseudo-terminal of 200x60: start to first frame, start to first
# flow row of a live capture, key to first byte, resident memory with 1,000 flows; then, in one
# process, what a tick with 100,000 active flows takes: list, draw, diff, bytes.
# Needs root for the live part, a C compiler, iproute2 and python3.
set -e
rounds=${1:-20}
folder=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P)
root=$folder/..
work=$(mktemp -d "${TMPDIR:-/tmp}/iftoprs-screen.XXXXXX")
space=iftscreen$$
clean() {
  ip netns delete "$space" 2>/dev/null || true
  rm -rf "$work"
}
trap clean EXIT
trap 'exit 1' INT TERM
"$root/iftoprs" --version
java=$root/packaging/image/target/image/bin/java
python3 "$folder/screen.py" demo "$rounds" "$work" "$java"
if [ "$(id -u)" = 0 ]; then
  cc -O2 -o "$work/send" "$folder/c/send.c"
  ip netns add "$space"
  ip -n "$space" link add iftb0 type veth peer name iftb1
  for device in lo iftb0 iftb1; do ip -n "$space" link set "$device" up; done
  ip -n "$space" address add 198.18.0.2/24 dev iftb1
  ip netns exec "$space" python3 "$folder/screen.py" live "$rounds" "$work" "$java"
fi
(cd "$root" && mvn -q -B -DskipTests -Dformat.skip=true -pl adapters-tui -am package)
: "${JAVA_HOME:=$(ls -d /usr/lib/jvm/*25* 2>/dev/null | head -n 1)}"
lanterna=$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}/com/googlecode/lanterna" -name 'lanterna-*.jar' | head -n 1)
path=$lanterna
for module in adapters-tui domain ports; do
  path=$path:$root/$module/target/classes:$root/$module/target/test-classes
done
"$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmn32m -cp "$path" iftoprs.adapters.tui.view.ScreenMeasurement
