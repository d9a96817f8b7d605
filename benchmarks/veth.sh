# Read by the scripts that watch a device: $folder (this one), $work (removed at the end), $java (the program's
# runtime), and a namespace $space that "plug" makes, with iftb0, on which send in $work sends, joined to iftb1.
folder=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P)
java=$folder/../packaging/image/target/image/bin/java
work=$(mktemp -d "${TMPDIR:-/tmp}/iftoprs-bench.XXXXXX")
space=iftbench$$
clean() {
  ip netns delete "$space" 2>/dev/null || true
  rm -rf "$work"
}
trap clean EXIT
trap 'exit 1' INT TERM

plug() {
  cc -O2 -o "$work/send" "$folder/c/send.c"
  ip netns add "$space"
  ip -n "$space" link add iftb0 type veth peer name iftb1
  for device in lo iftb0 iftb1; do ip -n "$space" link set "$device" up; done
  ip -n "$space" address add 198.18.0.2/24 dev iftb1
}
