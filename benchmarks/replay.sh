#!/bin/sh
# replay.sh [FRAMES [ROUNDS]]: `-r FILE --report json` as a whole process against the C program in
# c/, on the same files and taking turns, with 10 thousand and 1 million flows.
# Needs a C compiler, libpcap's headers, python3, and about 110 bytes of disk for a frame.
set -e
frames=${1:-5000000}
rounds=${2:-5}
folder=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/iftoprs-replay.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
"$folder/../iftoprs" --version
cc -O2 -o "$work/cflow" "$folder/c/cflow.c" -lpcap
cc -O2 -o "$work/gencap" "$folder/c/gencap.c"
for flows in 10000 1000000; do
  "$work/gencap" "$flows" "$frames" "$work/capture.pcap"
  printf '%s frames, %s flows asked for, %s rounds\n' "$frames" "$flows" "$rounds"
  "$work/cflow" "$work/capture.pcap"
  python3 "$folder/replay.py" "$rounds" "$work/capture.pcap" "$frames" \
    "$work/cflow" "$folder/../packaging/image/target/image/bin/java"
done
