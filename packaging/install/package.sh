#!/bin/sh
# package.sh FOLDER: writes iftoprs-VERSION-SYSTEM.tar.gz, which runs wherever it is unpacked, and
# on Debian and its like iftoprs_VERSION_ARCHITECTURE.deb, from the image that was built. Two runs
# over one image give the same bytes.
set -eu
root=$(CDPATH='' cd -- "$(dirname "$0")/../.." && pwd -P)
folder=$(CDPATH='' cd -- "${1:?needs a folder}" && pwd -P)
java=$root/packaging/image/target/image/bin/java
[ -x "$java" ] || {
  echo "package.sh: there is no image yet; run ./iftoprs --version once" >&2
  exit 1
}
version=$("$java" -m bootstrap --version | cut -d ' ' -f 2)
day=$("$java" -m bootstrap --version | sed 's/.*(\(.*\)).*/\1/')
SOURCE_DATE_EPOCH=$(date -u -d "$day" +%s)
export SOURCE_DATE_EPOCH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The times of the image's files are kept: by them the runtime knows its cache.
stamp() {
  find "$1" -path '*/lib/iftoprs/*' -prune -o -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

name=iftoprs-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)
sh "$root/packaging/install/install.sh" "$root" --install "$work/$name"
sed -i 's|^ExecStart=.*/bin|ExecStart=/opt/iftoprs/bin|' \
  "$work/$name/share/doc/iftoprs/iftoprs.service"
stamp "$work/$name"
tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner -cf - "$name" | gzip -n -6 \
  >"$folder/$name.tar.gz"
echo "$folder/$name.tar.gz"

command -v dpkg-deb >/dev/null 2>&1 || exit 0
deb=$work/deb
DESTDIR=$deb sh "$root/packaging/install/install.sh" "$root" --install /usr
rm "$deb/usr/share/doc/iftoprs/installed" "$deb/usr/share/doc/iftoprs/LICENSE"
gzip -n -9 "$deb/usr/share/man/man1/iftoprs.1"
mkdir -p "$deb/usr/share/zsh/vendor-completions" "$deb/usr/lib/systemd/system" "$deb/DEBIAN"
mv "$deb/usr/share/zsh/site-functions/_iftoprs" "$deb/usr/share/zsh/vendor-completions/"
rmdir "$deb/usr/share/zsh/site-functions"
mv "$deb/usr/share/doc/iftoprs/iftoprs.service" "$deb/usr/lib/systemd/system/"
{
  printf 'iftoprs; for the libraries inside see THIRD_PARTY.md.\n\n'
  cat "$root/LICENSE"
} >"$deb/usr/share/doc/iftoprs/copyright"
cat >"$deb/DEBIAN/control" <<CONTROL
Package: iftoprs
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: The iftoprs maintainers <root@localhost>
Section: net
Priority: optional
Depends: libc6, libpcap0.8
Suggests: lsof, jq
Installed-Size: $(du -sk "$deb/usr" | cut -f 1)
Description: network bandwidth monitor with flows, rates and processes
 Shows who talks to whom over the network, how fast, and which program it is,
 on a screen for the terminal, as JSON lines, or from a capture file.
CONTROL
stamp "$deb"
file=$folder/iftoprs_${version}_$(dpkg --print-architecture).deb
dpkg-deb --root-owner-group -Zgzip -z6 --build "$deb" "$file" >/dev/null
echo "$file"
