# Read by the launcher of a checkout and copied into that of an installation: runs $image with all
# arguments.

# kill -9 gives nobody a chance to clean up: a small sibling reads a pipe that only the program holds
# open. The program says 1 when it takes the screen and 0 when it has given it back; if the pipe ends
# after a 1, the sibling puts the terminal right. The program itself is exec'ed, so signals and exit
# code are its own.
guard_terminal() {
  # Commands of su -c have no controlling terminal, only one as their input and output.
  if saved=$({ stty -g </dev/tty; } 2>/dev/null); then
    exec 8<>/dev/tty
  elif [ -t 0 ] && saved=$(stty -g 2>/dev/null); then
    exec 8<&0
  else
    return 0
  fi
  fifo=$(mktemp -u "${TMPDIR:-/tmp}/iftoprs.XXXXXX") && mkfifo -m 600 "$fifo" 2>/dev/null || return 0
  (
    trap '' INT QUIT TERM HUP TSTP TTIN TTOU
    taken=0
    while read -r word; do taken=$word; done
    [ "$taken" = 1 ] || exit 0
    printf '\033[?2026l\033[?1003l\033[?1002l\033[?1000l\033[?1006l\033[?1004l\033[?2004l\033[?7h\033[0m\033[23;0t\033[?1049l\033[?25h' >&8
    # A shell that is back at its prompt has set its own modes; only raw ones are the program's.
    case $(stty -a <&8) in *-opost*) stty "$saved" <&8 ;; esac
  ) <"$fifo" >/dev/null 2>&1 &
  exec 8>&-
  exec 9>"$fifo"
  # The program opens it once more when it is no longer root's.
  if [ "$(id -u)" = 0 ]; then
    successor=${SUDO_UID:-}
    while [ $# -gt 0 ]; do
      case $1 in --user=*) successor=${1#--user=} ;; --user) successor=${2:-} ;; esac
      shift
    done
    [ -z "$successor" ] || chown -- "$successor" "$fifo" 2>/dev/null
  fi
  rm -f "$fifo"
  IFTOPRS_GUARD=/dev/fd/9
  export IFTOPRS_GUARD
}

# The standard input may be a capture, the keys come from the terminal all the same.
screen=
if [ -t 1 ]; then
  guard_terminal "$@"
  screen=@$image/lib/screen.options
fi

exec "$image/bin/java" ${screen:+"$screen"} -m bootstrap "$@"
