"""replay.py ROUNDS FILE FRAMES CFLOW JAVA: runs both programs in turns; prints CPU time and memory.

Privileges are kept, as the C program keeps them: giving root up takes 45 ms of CPU, and nobody needs
root for a file.
"""

import os
import statistics
import subprocess
import sys


def measure(command):
    """User and system seconds, and the largest resident size in MiB, of one process."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    rounds, capture, frames, cflow, java = sys.argv[1:]
    commands = {
        "C": [cflow, capture],
        "iftoprs": [java, "-m", "bootstrap", "--keep-privileges", "-r", capture, "--report", "json"],
    }
    runs = {name: [] for name in commands}
    for command in commands.values():
        measure(command)  # brings the file into the page cache
    for _ in range(int(rounds)):
        for name, command in commands.items():
            runs[name].append(measure(command))
    anchor = statistics.median(seconds for seconds, _ in runs["C"])
    print("             CPU s: median    min    max   million/s   ratio   MiB")
    for name, results in runs.items():
        seconds = [run[0] for run in results]
        median = statistics.median(seconds)
        print(
            f"{name:18} {median:8.3f} {min(seconds):6.3f} {max(seconds):6.3f}"
            f" {int(frames) / median / 1e6:11.1f} {anchor / median:7.2f}"
            f" {max(run[1] for run in results):5.0f}"
        )


main()
