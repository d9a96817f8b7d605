"""live.py FOLDER JAVA WARM SECONDS RATE...: CPU time and losses of live captures, one after the other.

The sender runs before a program starts, so losses count from the opening of the device. CPU is that
of SECONDS after the first WARM, in percent of one core, all threads.
"""

import json
import os
import signal
import subprocess
import sys
import time

from processes import cpu, size

FLOWS = "10000"


def dropped(name, text):
    """What a program says of frames that the kernel dropped; empty if it does not say."""
    if name == "C":
        return text.split()[3]
    if "report" in name:
        return str(json.loads(text)["capture"]["loss"]["kernel"])
    if "stream" in name and name.startswith("iftoprs"):
        return str(json.loads(text.splitlines()[-1])["loss"]["kernel"])
    return "-"


def measure(folder, name, command, rate, warm, seconds):
    """One program under one load."""
    sender = subprocess.Popen(
        [folder + "/send", "iftb0", rate, str(warm + seconds + 5), FLOWS],
        stdout=subprocess.DEVNULL,
    )
    time.sleep(1)
    with open(folder + "/out", "w+", encoding="utf-8") as out:
        program = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        time.sleep(warm)
        before = cpu(program.pid)
        sender_before = cpu(sender.pid)
        start = time.monotonic()
        time.sleep(seconds)
        elapsed = time.monotonic() - start
        used = (cpu(program.pid) - before) / elapsed * 100
        sending = (cpu(sender.pid) - sender_before) / elapsed * 100
        memory = size(program.pid, "VmRSS")
        if name != "C":
            program.send_signal(signal.SIGINT)
        program.wait(20)
        sender.kill()
        sender.wait()
        out.seek(0)
        lost = dropped(name, out.read())
    print(f"{rate:>8} {name:22} {used:8.2f} {lost:>10} {memory:6.0f} {sending:8.1f}", flush=True)


def main():
    folder, java, warm, seconds, *rates = sys.argv[1:]
    warm, seconds = int(warm), int(seconds)
    ours = ["-m", "bootstrap", "-i", "iftb1"]
    slow = [java, "-Diftoprs.capture.read=pcap4j"]
    programs = {
        "C": [folder + "/clive", "iftb1", str(warm + seconds + 1)],
        "iftoprs report": [java, *ours, "--report", "json"],
        "iftoprs report pcap4j": [*slow, *ours, "--report", "json"],
        "iftoprs stream": [java, *ours, "--json", "-n", "-Z"],
    }
    reference = os.environ.get("IFTOPRS_REFERENCE")
    if reference:
        programs["reference stream"] = [reference, "-i", "iftb1", "--json", "-n", "-Z"]
    print("packets/s program                 CPU %    dropped    MiB  sender %")
    for rate in rates:
        for name, command in programs.items():
            measure(folder, name, command, rate, warm, seconds)


main()
