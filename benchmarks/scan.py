#!/usr/bin/env python3
"""scan.py [PROCESSES [SOCKETS_EACH [OTHERS_EACH]]]: what looking for owners costs, in % of a core.

Starts processes that hold sockets (c/holders.c), lets the built program watch the loopback device
with and without -Z, both at the same time, and compares CPU times of the whole processes once they
have warmed up. All of it in a PID namespace of its own, so that processes and containers of others
do not count. Needs root, a C compiler and util-linux. WARM_UP and MEASURED in seconds.
"""
import os
import subprocess
import sys
import tempfile
import time

from processes import cpu

FOLDER = os.path.dirname(os.path.abspath(__file__))
JAVA = os.path.join(FOLDER, "../packaging/image/target/image/bin/java")
WARM_UP, MEASURED = int(os.environ.get("WARM_UP", "70")), int(os.environ.get("MEASURED", "60"))


def costs(*runs):
    extra = os.environ.get("JAVA_OPTIONS", "").split()
    programs = [
        subprocess.Popen(
            [JAVA, *extra, "-m", "bootstrap", "-i", "lo", "-n", "--json", *options], stdout=subprocess.DEVNULL)
        for options in runs]
    try:
        time.sleep(WARM_UP)
        before = [cpu(program.pid) for program in programs]
        time.sleep(MEASURED)
        return [(cpu(program.pid) - used) / MEASURED * 100 for program, used in zip(programs, before)]
    finally:
        for program in programs:
            program.terminate()
            program.wait()


def main():
    processes, sockets, others = (sys.argv[1:] + ["500", "4", "20"][len(sys.argv) - 1:])[:3]
    with tempfile.TemporaryDirectory() as folder:
        binary = os.path.join(folder, "holders")
        subprocess.run(["cc", "-O2", "-o", binary, os.path.join(FOLDER, "c/holders.c")], check=True)
        holders = subprocess.Popen([binary, processes, sockets, others], stdout=subprocess.PIPE)
        try:
            holders.stdout.readline()
            time.sleep(2)
            off, on = costs(["-Z"], [])
        finally:
            holders.kill()
            holders.wait()
    print(f"{processes} processes, {sockets} sockets and {others} other descriptors each: "
          f"{on:.1f} % of a core with owners, {off:.1f} % with -Z, so {on - off:.1f} % for owners")


if __name__ == "__main__":
    if os.getpid() != 1:
        os.execvp("unshare", ["unshare", "--pid", "--fork", "--mount-proc", sys.executable, *sys.argv])
    main()
