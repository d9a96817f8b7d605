#!/bin/sh
# make.sh [NAME...]: takes the pictures of README and gallery, or only those named, from the program
# itself; needs tmux and python3.
set -eu
here=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P)
root=$here/../..
home=$(mktemp -d)
socket=iftoprs-pictures-$$
trap 'tmux -L "$socket" kill-server 2>/dev/null || :; rm -rf "$home"' EXIT

options=
wanted=" $* "
# picture NAME COLUMNS ROWS SECONDS [KEY…]: what the demo with these options shows after so many seconds and keys
picture() {
  name=$1 columns=$2 rows=$3 seconds=$4
  shift 4
  case $wanted in '  ' | *" $name "*) ;; *) return 0 ;; esac
  tmux -L "$socket" -f /dev/null new-session -d -x "$columns" -y "$rows" \
    "HOME='$home' TERM=tmux-256color COLORTERM=truecolor TZ=UTC '$root/iftoprs' --demo $options"
  sleep "$seconds"
  for key in "$@"; do
    tmux -L "$socket" send-keys "$key"
    sleep 0.5
  done
  sleep 4 # a message stands for three seconds
  tmux -L "$socket" capture-pane -e -p -N | python3 "$here/ansi2svg.py" "$columns" "$rows" >"$here/$name.svg"
  tmux -L "$socket" kill-server
  sleep 0.5
}

picture main 120 35 32 j
picture filter 100 28 20 / h t t p s
picture help 80 24 5 h
picture wide 200 50 26 c k Enter j
picture lines 120 35 18 c j j Enter t
picture themes 120 35 22 c j j j j j j j
picture tooltip 120 35 20 j j Space
picture editor 120 35 12 C
picture paused 80 24 8 P
picture nomatch 80 24 6 / z z z z
picture narrow 40 10 10 j
picture sums 80 24 12 U j
picture plot 120 35 140 s
options='--alert 5Mbit'
picture alerts 120 35 25 !
