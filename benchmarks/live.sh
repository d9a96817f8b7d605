#!/bin/sh
# live.sh [RATES [WARM [SECONDS]]]: live capture on a veth pair in namespaces of its own, against the C
# program in c/ and, where IFTOPRS_REFERENCE names its executable, iftoprs for Rust; each program
# alone, taking turns at each rate (packets/s, "10000 50000 100000 300000"). 10,000 flows.
# Needs root, a C compiler, libpcap's headers, iproute2 and python3.
set -e
rates=${1:-10000 50000 100000 300000}
warm=${2:-10}
seconds=${3:-20}
folder=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/iftoprs-live.XXXXXX")
space=iftbench$$
clean() {
  ip netns delete "$space" 2>/dev/null || true
  rm -rf "$work"
}
trap clean EXIT
trap 'exit 1' INT TERM
"$folder/../iftoprs" --version
cc -O2 -o "$work/clive" "$folder/c/clive.c" -lpcap
cc -O2 -o "$work/send" "$folder/c/send.c"
ip netns add "$space"
ip -n "$space" link add iftb0 type veth peer name iftb1
for device in lo iftb0 iftb1; do ip -n "$space" link set "$device" up; done
ip -n "$space" address add 198.18.0.2/24 dev iftb1
# shellcheck disable=SC2086
ip netns exec "$space" python3 "$folder/live.py" "$work" \
  "$folder/../packaging/image/target/image/bin/java" "$warm" "$seconds" $rates
