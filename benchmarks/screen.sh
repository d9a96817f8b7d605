#!/bin/sh
# screen.sh [ROUNDS]: the screen on a pseudo-terminal of 200x60: start to first frame, start to first
# flow row of a live capture, key to first byte, resident memory with 1,000 flows; then, in one
# process, what a tick with 100,000 active flows takes: list, draw, diff, bytes.
# Needs root for the live part, a C compiler, iproute2 and python3.
set -e
rounds=${1:-20}
. "$(dirname "$0")/veth.sh"
root=$folder/..
"$root/iftoprs" --version
python3 "$folder/screen.py" demo "$rounds" "$work" "$java"
if [ "$(id -u)" = 0 ]; then
  plug
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
