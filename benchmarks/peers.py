"""peers.py FRAMES FOLDER JAVA: one run of each program over FOLDER/capture.pcap, after one that warms up."""

import os
import shutil
import subprocess
import sys
import time


def measure(command):
    """CPU seconds, elapsed seconds and largest resident size in MiB of one process."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.monotonic() - start
    if status:
        sys.exit(f"{command[0]} failed with {status}")
    return usage.ru_utime + usage.ru_stime, elapsed, usage.ru_maxrss / 1024


def main():
    frames, folder, java = sys.argv[1:]
    capture = f"{folder}/capture.pcap"
    commands = {
        "iftoprs --report json": [java, "-m", "bootstrap", "-r", capture, "--report", "json"],
        "nfpcapd (flows only)": ["nfpcapd", "-r", capture, "-w", f"{folder}/flows"],
        "tshark -z conv,tcp -z conv,udp": ["tshark", "-n", "-q", "-r", capture, "-z", "conv,tcp", "-z", "conv,udp"],
    }
    print(f"{frames} frames{'':19} CPU s  elapsed s   MiB  million/CPU s")
    measure(commands["iftoprs --report json"])
    for name, command in commands.items():
        if shutil.which(command[0]):
            cpu, elapsed, memory = measure(command)
            print(f"{name:32} {cpu:8.2f} {elapsed:8.2f} {memory:7.0f} {int(frames) / cpu / 1e6:9.2f}")


main()
