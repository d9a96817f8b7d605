#!/bin/sh
# clean-root.sh PACKAGE.deb CAPTURE: installs a package into a new, minimal Debian, runs it there as
# root and as a user without rights, takes it away again and looks for what is left. Needs root,
# debootstrap and a mirror of Debian, the one that apt uses here. Takes about two minutes.
set -eu
package=${1:?needs a package}
capture=${2:?needs a capture file}
. /etc/os-release
mirror=$(apt-cache policy | sed -n "s|^ *[0-9]* \(http[^ ]*\) $VERSION_CODENAME/main .*|\1|p" | head -n 1)
root=$(mktemp -d)
chmod 755 "$root"
trap 'umount "$root/proc" 2>/dev/null; rm -rf --one-file-system "$root"' EXIT

debootstrap --variant=minbase --include=libpcap0.8 "$VERSION_CODENAME" "$root" "$mirror" >/dev/null
mount -t proc proc "$root/proc"
cp "$package" "$root/tmp/iftoprs.deb"
cp "$capture" "$root/tmp/capture"
chmod 644 "$root/tmp/capture"

inside() { env -i PATH="$PATH" HOME=/tmp chroot "$root" "$@"; }
fail() {
  echo "clean-root.sh: $1" >&2
  exit 1
}

inside dpkg -i /tmp/iftoprs.deb >/dev/null
inside useradd guest
for user in root guest; do
  inside su -s /bin/sh "$user" -c 'iftoprs --version' | grep -q '^iftoprs [0-9]' ||
    fail "no version as $user"
  inside su -s /bin/sh "$user" -c 'iftoprs -r /tmp/capture --report text' |
    grep -q '^conversations ' || fail "no report as $user"
  inside su -s /bin/sh "$user" -c 'iftoprs --completions bash' | grep -q complete ||
    fail "no completions as $user"
done
said=$(inside su -s /bin/sh guest -c 'iftoprs -i lo --json --count 1' 2>&1) &&
  fail "a user without rights captured"
case $said in
  *"permission denied"*) ;;
  *) fail "a user without rights was told: $said" ;;
esac
gzip -t "$root/usr/share/man/man1/iftoprs.1.gz" || fail "no man page"
inside dpkg --purge iftoprs >/dev/null
left=$(find "$root" -xdev -iname '*iftoprs*' ! -path "$root/tmp/*")
[ -z "$left" ] || fail "left behind: $left"
echo "clean-root.sh: installed, ran as root and as a user, and went without a trace"
