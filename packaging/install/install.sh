#!/bin/sh
# install.sh CHECKOUT --install|--uninstall PREFIX: puts the built program below a folder such as
# /usr/local, or takes it away again. Nothing in it depends on the folder but the example of a
# systemd unit: the whole may be moved later. DESTDIR, if set, stands before it.
set -e
root=$1
what=$2
prefix=${3:-}
image=$root/packaging/image/target/image

fail() {
  printf 'iftoprs: %s\n' "$1" >&2
  exit "${2:-1}"
}

case $prefix in
  /*) ;;
  '') fail "$what needs a folder, such as /usr/local" 2 ;;
  *) fail "$what $prefix: needs a folder that begins with /, such as /usr/local" 2 ;;
esac
[ $# -eq 3 ] || fail "$what takes one folder and nothing else" 2
prefix=${prefix%/}
to=${DESTDIR:-}$prefix
documents=$to/share/doc/iftoprs
list=$documents/installed

uninstall() {
  [ -f "$list" ] || fail "nothing of iftoprs is installed in $to"
  [ ! -e "$to/lib/iftoprs" ] || [ -w "$to/lib/iftoprs" ] ||
    fail "cannot write into $to; try with sudo"
  rm -rf "$to/lib/iftoprs"
  folders=
  while IFS= read -r place; do
    case $place in
      */) folders="$place $folders" ;;
      *) rm -f "$to/$place" ;;
    esac
  done <"$list"
  rm -f "$list"
  # Those that are used by others meanwhile are not empty and stay.
  for folder in $folders; do
    rmdir "$to/${folder#./}" 2>/dev/null || :
  done
}

# folder PLACE: makes it where it is not there, and notes that, once there is a list to note it in.
folder() {
  [ ! -d "$to/$1" ] || return 0
  case $1 in
    .) mkdir -p "$to" ;;
    */*) folder "${1%/*}" && mkdir "$to/$1" ;;
    *) folder . && mkdir "$to/$1" ;;
  esac 2>/dev/null || return 1
  made="$made$1/
"
  [ ! -f "$list" ] || printf '%s/\n' "$1" >>"$list"
}

# file MODE PLACE: takes a file from the standard input.
file() {
  folder "${2%/*}" && cat >"$to/$2" && chmod "$1" "$to/$2" ||
    fail "cannot write $to/$2"
  printf '%s\n' "$2" >>"$list"
}

install() {
  if [ -f "$list" ]; then
    uninstall
  elif [ -e "$to/lib/iftoprs" ]; then
    fail "$to/lib/iftoprs is there already, and not from here"
  fi
  umask 022
  made=
  folder share/doc/iftoprs && [ -w "$documents" ] || fail "cannot write into $to; try with sudo"
  printf '%s' "$made" >"$list"
  folder lib/iftoprs || fail "cannot write into $to; try with sudo"
  # The times of files stay, by which the runtime knows its cache; their owner does not.
  (cd "$image" && tar -cf - .) | (cd "$to/lib/iftoprs" && tar -xof -) || fail "cannot copy to $to"
  chmod -R u+rwX,go+rX,go-w "$to/lib/iftoprs"
  cat "$root/packaging/launcher/installed.sh" "$root/packaging/launcher/run.sh" |
    file 755 bin/iftoprs
  file 644 share/man/man1/iftoprs.1 <"$root/docs/iftoprs.1"
  complete bash share/bash-completion/completions/iftoprs
  complete zsh share/zsh/site-functions/_iftoprs
  complete fish share/fish/vendor_completions.d/iftoprs.fish
  complete elvish share/elvish/lib/iftoprs.elv
  complete powershell share/doc/iftoprs/iftoprs.ps1
  file 644 share/doc/iftoprs/iftoprs.default.conf \
    <"$root/bootstrap/src/main/resources/iftoprs/bootstrap/iftoprs.default.conf"
  file 644 share/doc/iftoprs/LICENSE <"$root/LICENSE"
  file 644 share/doc/iftoprs/THIRD_PARTY.md <"$root/THIRD_PARTY.md"
  sed "s|@PREFIX@|$prefix|" "$root/packaging/install/iftoprs.service" |
    file 644 share/doc/iftoprs/iftoprs.service
  file 644 share/doc/iftoprs/iftoprs.logrotate <"$root/packaging/install/iftoprs.logrotate"
}

complete() {
  "$image/bin/java" -m bootstrap --completions "$1" | file 644 "$2"
}

case $what in
  --uninstall) uninstall ;;
  --install) install ;;
esac
