#!/bin/sh
# reproduce.sh FOLDER: clones the last commit twice into a folder, builds and packs both clones, and
# compares all that is in the archives. The AOT cache is left out: it records what happened in one
# training run, and no two runs are the same. Takes about five minutes.
set -eu
root=$(CDPATH='' cd -- "$(dirname "$0")/../.." && pwd -P)
folder=$(CDPATH='' cd -- "${1:?needs a folder}" && pwd -P)
cache=classes.jsa

for build in one two; do
  git clone -q "$root" "$folder/$build/checkout"
  (
    cd "$folder/$build/checkout"
    ./iftoprs --version
    packaging/install/package.sh "$folder/$build"
  )
  mkdir "$folder/$build/archive" "$folder/$build/package"
  tar -C "$folder/$build/archive" -xzf "$folder/$build"/*.tar.gz
  # Names, modes, owners and times; the cache's size is none of it.
  tar --full-time -tvzf "$folder/$build"/*.tar.gz | grep -v "/$cache\$" >"$folder/$build/list"
  if command -v dpkg-deb >/dev/null 2>&1; then
    dpkg-deb -R "$folder/$build"/*.deb "$folder/$build/package"
    # Told from the files, among which the cache is.
    sed -i '/^Installed-Size:/d' "$folder/$build/package/DEBIAN/control"
  fi
done

cmp "$folder/one/list" "$folder/two/list"
diff -r --exclude="$cache" "$folder/one/archive" "$folder/two/archive"
diff -r --exclude="$cache" "$folder/one/package" "$folder/two/package"
echo "reproduce.sh: both builds are the same, apart from the AOT cache"
