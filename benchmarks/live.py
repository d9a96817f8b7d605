"""live.py FOLDER JAVA WARM SECONDS RATE...: CPU time and losses of live captures, one after the other.

The sender runs before a program starts, so losses count from the opening of the device. CPU is that
of SECONDS after the first WARM, in percent of one core, all threads.
"""

import fcntl
import json
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
import threading
import time

from processes import cpu, size

FLOWS = "10000"
SCREEN = (60, 200)


def dropped(name, text):
    """What a program says of frames that the kernel dropped; empty if it does not say."""
    if name == "C":
        return text.split()[3]
    if "report" in name:
        return str(json.loads(text)["capture"]["loss"]["kernel"])
    if "stream" in name and name.startswith("iftoprs"):
        return str(json.loads(text.splitlines()[-1])["loss"]["kernel"])
    if name == "iftoprs screen":
        return text.partition("frames were lost: ")[2].strip() or "0"
    return "-"


class Terminal:
    """A pseudo-terminal of 200x60 that swallows what a program draws, but for its last words."""

    def __init__(self):
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", *SCREEN, 0, 0))
        self.words = b""
        self.reader = threading.Thread(target=self.read, daemon=True)

    def start(self, command):
        """Starts a program whose controlling terminal this is."""
        environment = dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor")
        program = subprocess.Popen(
            command,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env=environment,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(self.slave)
        self.reader.start()
        return program

    def read(self):
        try:
            while True:
                self.words = (self.words + os.read(self.master, 1 << 16))[-2000:]
        except OSError:
            return

    def end(self):
        """What was said after the screen was given back."""
        self.reader.join(5)
        os.close(self.master)
        return self.words.decode(errors="replace").rpartition("\033[?1049l")[2]


def measure(folder, name, command, rate, warm, seconds):
    """One program under one load."""
    sender = subprocess.Popen(
        [folder + "/send", "iftb0", rate, str(warm + seconds + 5), FLOWS],
        stdout=subprocess.DEVNULL,
    )
    time.sleep(1)
    terminal = Terminal() if "screen" in name else None
    with open(folder + "/out", "w+", encoding="utf-8") as out:
        if terminal:
            program = terminal.start(command)
        else:
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
            program.send_signal(signal.SIGTERM if terminal else signal.SIGINT)
        program.wait(20)
        sender.kill()
        sender.wait()
        out.seek(0)
        lost = dropped(name, terminal.end() if terminal else out.read())
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
        "iftoprs screen": [java, *ours, "-n", "-Z", "-c", folder + "/config"],
    }
    reference = os.environ.get("IFTOPRS_REFERENCE")
    if reference:
        programs["reference stream"] = [reference, "-i", "iftb1", "--json", "-n", "-Z"]
        programs["reference screen"] = [reference, "-i", "iftb1", "-n", "-Z"]
    wanted = os.environ.get("IFTOPRS_PROGRAMS", "")
    programs = {name: command for name, command in programs.items() if wanted in name}
    print("packets/s program                 CPU %    dropped    MiB  sender %")
    for rate in rates:
        for name, command in programs.items():
            measure(folder, name, command, rate, warm, seconds)


main()
