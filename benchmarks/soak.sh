#!/bin/sh
# soak.sh [MINUTES [RATE]]: one stream with owners on a veth pair in namespaces of its own, half an hour
# at 50,000 packets/s of 10,000 flows: memory and CPU every minute, and what was lost at the end.
# Needs root, a C compiler, libpcap's headers, iproute2 and python3.
set -e
minutes=${1:-30}
rate=${2:-50000}
folder=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P)
work=$(mktemp -d "${TMPDIR:-/tmp}/iftoprs-soak.XXXXXX")
space=iftsoak$$
clean() {
  ip netns delete "$space" 2>/dev/null || true
  rm -rf "$work"
}
trap clean EXIT
trap 'exit 1' INT TERM
"$folder/../iftoprs" --version
cc -O2 -o "$work/send" "$folder/c/send.c"
ip netns add "$space"
ip -n "$space" link add iftb0 type veth peer name iftb1
for device in lo iftb0 iftb1; do ip -n "$space" link set "$device" up; done
ip -n "$space" address add 198.18.0.2/24 dev iftb1
ip netns exec "$space" python3 "$folder/soak.py" "$work" \
  "$folder/../packaging/image/target/image/bin/java" "$minutes" "$rate"
