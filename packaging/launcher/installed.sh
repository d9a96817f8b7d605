#!/bin/sh
# iftoprs: runs the program that was installed beside this folder with all arguments.

self=$0
while [ -h "$self" ]; do
  target=$(readlink "$self")
  case $target in
    /*) self=$target ;;
    *) self=$(dirname "$self")/$target ;;
  esac
done
image=$(CDPATH='' cd -- "$(dirname "$self")/../lib/iftoprs" && pwd -P) || exit 1

