#!/bin/sh
# live.sh [RATES [WARM [SECONDS]]]: live capture on a veth pair in namespaces of its own, against the C
# program in c/ and, where IFTOPRS_REFERENCE names its executable, iftoprs for Rust; each program
# alone, taking turns at each rate (packets/s, "10000 50000 100000 300000"). 10,000 flows. IFTOPRS_PROGRAMS chooses
# those with a word in their names: report, stream, screen.
# Needs root, a C compiler, libpcap's headers, iproute2 and python3.
set -e
rates=${1:-10000 50000 100000 300000}
warm=${2:-10}
seconds=${3:-20}
. "$(dirname "$0")/veth.sh"
"$folder/../iftoprs" --version
cc -O2 -o "$work/clive" "$folder/c/clive.c" -lpcap
plug
# shellcheck disable=SC2086
ip netns exec "$space" python3 "$folder/live.py" "$work" "$java" "$warm" "$seconds" $rates
