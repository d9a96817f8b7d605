#!/usr/bin/env python3
"""scan.py [PROCESSES [SOCKETS_EACH [OTHERS_EACH]]]: what looking for owners costs, in % of a core.

Starts processes that hold sockets (c/holders.c), lets the built program watch the loopback device
with and without -Z, and compares CPU times of the whole process once it has warmed up. Needs root
and a C compiler.
"""
import os
import subprocess
import sys
import tempfile
import time

FOLDER = os.path.dirname(os.path.abspath(__file__))
JAVA = os.path.join(FOLDER, "../packaging/image/target/image/bin/java")
WARM_UP, MEASURED = 15, 30


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def cost(*options):
    extra = os.environ.get("JAVA_OPTIONS", "").split()
    program = subprocess.Popen(
        [JAVA, *extra, "-m", "bootstrap", "-i", "lo", "-n", "--json", *options], stdout=subprocess.DEVNULL)
    try:
        time.sleep(WARM_UP)
        before = cpu_seconds(program.pid)
        time.sleep(MEASURED)
        return (cpu_seconds(program.pid) - before) / MEASURED * 100
    finally:
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
            off, on = cost("-Z"), cost()
        finally:
            holders.kill()
            holders.wait()
    print(f"{processes} processes, {sockets} sockets and {others} other descriptors each: "
          f"{on:.1f} % of a core with owners, {off:.1f} % with -Z, so {on - off:.1f} % for owners")


if __name__ == "__main__":
    main()
