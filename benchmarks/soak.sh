#!/bin/sh
# soak.sh [MINUTES [RATE]]: one stream with owners on a veth pair in namespaces of its own, half an hour
# at 50,000 packets/s of 10,000 flows: memory and CPU every minute, and what was lost at the end.
# Needs root, a C compiler, iproute2 and python3.
set -e
minutes=${1:-30}
rate=${2:-50000}
. "$(dirname "$0")/veth.sh"
"$folder/../iftoprs" --version
plug
ip netns exec "$space" python3 "$folder/soak.py" "$work" "$java" "$minutes" "$rate"
