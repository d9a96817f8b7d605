#!/bin/sh
# manyflows.sh [FLOWS [FRAMES]]: far more flows than the table may hold. Compares the report at the
# default bound with one at a bound that holds all: the 1,000 heaviest conversations, and memory.
# Needs a C compiler, python3, about 110 bytes of disk for a frame, and 3 GiB of memory.
set -e
flows=${1:-10000000}
frames=${2:-20000000}
folder=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/iftoprs-manyflows.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
"$folder/../iftoprs" --version
cc -O2 -o "$work/gencap" "$folder/c/gencap.c"
"$work/gencap" "$flows" "$frames" "$work/capture.pcap"
"$work/gencap" "$flows" "$((frames / 4))" "$work/quarter.pcap"
python3 "$folder/manyflows.py" "$flows" "$work/capture.pcap" "$work/quarter.pcap" \
  "$folder/../packaging/image/target/image/bin/java"
