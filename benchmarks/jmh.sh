#!/bin/sh
# jmh.sh [JMH OPTION]...: builds the benchmarks and runs them with bytes allocated per operation.
# For example: jmh.sh TickBenchmark, or jmh.sh -h for all options.
set -e
folder=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P)
(cd "$folder/.." && mvn -q -B -DskipTests -Dformat.skip=true -Pbenchmarks -pl benchmarks -am package)
: "${JAVA_HOME:=$(ls -d /usr/lib/jvm/*25* 2>/dev/null | head -n 1)}"
exec "$JAVA_HOME/bin/java" -cp "$folder/target/classes:$folder/target/lib/*" \
  org.openjdk.jmh.Main -prof gc "$@"
