#!/bin/sh
# peers.sh [FRAMES [FLOWS]]: `-r FILE --report json` beside tshark's conversation table and nfpcapd
# (nfdump) on the same file: CPU, elapsed time, memory. A peer that is not installed is left out.
# Needs a C compiler and python3.
set -e
frames=${1:-1000000}
flows=${2:-10000}
folder=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/iftoprs-peers.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
"$folder/../iftoprs" --version
cc -O2 -o "$work/gencap" "$folder/c/gencap.c"
"$work/gencap" "$flows" "$frames" "$work/capture.pcap"
mkdir "$work/flows"
python3 "$folder/peers.py" "$frames" "$work" "$folder/../packaging/image/target/image/bin/java"
