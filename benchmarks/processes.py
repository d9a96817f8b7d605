"""What the kernel tells of a process."""

import os

TICK = os.sysconf("SC_CLK_TCK")


def cpu(pid):
    """User and system seconds so far, all threads."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def size(pid, field):
    """A size of /proc/PID/status in MiB, such as VmRSS or RssAnon."""
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        for line in file:
            if line.startswith(field + ":"):
                return int(line.split()[1]) / 1024
    return 0.0
