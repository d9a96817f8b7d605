"""screen.py demo|live ROUNDS FOLDER JAVA: times of the screen on a pseudo-terminal, from outside.

A frame is complete when its synchronised update ends. A key is sent while the program is idle between
two ticks, and the time to the first byte of the answer is taken; each of these keys changes what is
shown, because a key that changes nothing is answered by the next tick. One without an answer within a
second counts as a second.
"""

import fcntl
import os
import pty
import random
import select
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time

from processes import size

END_OF_FRAME = b"\x1b[?2026l"
SIZE = (60, 200)
KEYS = 400

# The runtime compiles what it sees often: a screen that is kept open has drawn this many frames soon.
WARM_KEYS = 1600


class Screen:
    """The program on a pseudo-terminal."""

    def __init__(self, folder, command):
        environment = dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor", HOME=folder)
        environment.pop("NO_COLOR", None)
        self.started = time.monotonic()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
            os.execve(command[0], command, environment)
        self.output = b""

    def read(self, patience):
        """Waits for output; returns when the first byte came, or nothing."""
        if not select.select([self.terminal], [], [], patience)[0]:
            return None
        now = time.monotonic()
        try:
            self.output += os.read(self.terminal, 1 << 20)
        except OSError:
            sys.exit("the program ended: " + self.output[-500:].decode(errors="replace"))
        return now

    def until(self, wanted, patience=10.0):
        """Seconds from the start until something was written."""
        end = time.monotonic() + patience
        while wanted not in self.output:
            if self.read(max(0.0, end - time.monotonic())) is None:
                sys.exit(f"{wanted} did not come")
        return time.monotonic() - self.started

    def silence(self, seconds):
        """Reads until nothing comes for a while."""
        while self.read(seconds) is not None:
            self.output = b""

    def close(self):
        os.kill(self.pid, signal.SIGTERM)
        while True:
            try:
                if not os.read(self.terminal, 1 << 20):
                    break
            except OSError:
                break
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def said(name, values, unit="ms"):
    values = sorted(values)
    rank = values[min(len(values) - 1, len(values) * 99 // 100)]
    print(f"{name:42} median {statistics.median(values):7.2f} {unit}, p99 {rank:7.2f}, n {len(values)}", flush=True)


def demo(rounds, folder, java):
    command = [java, screen_options(java), "-m", "bootstrap", "--demo", "-c", folder + "/config"]
    frames = []
    for _ in range(rounds + 2):
        screen = Screen(folder, command)
        frames.append(screen.until(END_OF_FRAME) * 1e3)
        screen.close()
    said("start to first complete frame", frames[2:])
    screen = Screen(folder, command + ["--refresh", "10"] if "--refresh" in helped(java) else command)
    screen.until(END_OF_FRAME)
    time.sleep(3)
    pick = random.Random(1)
    answers = [answer(screen, pick) for _ in range(KEYS)]
    said("key to first byte, 200x60", answers[50:])
    for _ in range(WARM_KEYS):
        answer(screen, pick)
    answers = [answer(screen, pick) for _ in range(KEYS)]
    screen.close()
    said(f"the same after {WARM_KEYS} further keys", answers)


def answer(screen, pick):
    """Milliseconds from a key to the first byte of what it changes."""
    screen.silence(0.01)
    time.sleep(pick.uniform(0.001, 0.02))
    sent = time.monotonic()
    os.write(screen.terminal, pick.choice([b"t", b"B", b"p", b"U"]))
    came = screen.read(1.0)
    return ((came or sent + 1.0) - sent) * 1e3


def screen_options(java):
    """What the launcher gives a program that may have a screen."""
    return "@" + os.path.join(os.path.dirname(java), "../lib/screen.options")


def helped(java):
    return subprocess.run([java, "-m", "bootstrap", "--help"], capture_output=True, text=True, check=True).stdout


def live(rounds, folder, java):
    # Settings of its own: where a bar ends within an address, that is not written in one piece.
    command = [java, screen_options(java), "-m", "bootstrap", "-i", "iftb1", "-n", "-c", folder + "/live"]
    sender = subprocess.Popen([folder + "/send", "iftb0", "20000", "600", "1000"], stdout=subprocess.DEVNULL)
    try:
        watch(rounds, folder, command)
    finally:
        sender.kill()
        sender.wait()


def watch(rounds, folder, command):
    """Live captures of what is being sent."""
    time.sleep(0.5)
    rows = []
    for _ in range(rounds + 2):
        screen = Screen(folder, command)
        rows.append(screen.until(b"198.18.0.2") * 1e3)
        screen.close()
    said("start to first flow row, live", rows[2:])
    screen = Screen(folder, command)
    end = time.monotonic() + 30
    while time.monotonic() < end:
        screen.read(1.0)
        screen.output = b""
    memory = size(screen.pid, "RssAnon")
    print(f"{'RssAnon, 1,000 flows, after 30 s':42} {memory:7.1f} MiB", flush=True)
    screen.close()


def main():
    {"demo": demo, "live": live}[sys.argv[1]](int(sys.argv[2]), *sys.argv[3:])


if __name__ == "__main__":
    main()
