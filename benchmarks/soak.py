"""soak.py FOLDER JAVA MINUTES RATE: a stream under a steady load, for long."""

import json
import signal
import subprocess
import sys
import threading
import time

from processes import cpu, size

FLOWS = "10000"


def sent(device):
    """Frames that the kernel has sent on a device."""
    with open(f"/sys/class/net/{device}/statistics/tx_packets", encoding="ascii") as file:
        return int(file.read())


def main():
    folder, java, minutes, rate = sys.argv[1:]
    seconds = int(minutes) * 60
    program = subprocess.Popen(
        [java, "-m", "bootstrap", "-i", "iftb1", "--json", "-n"], stdout=subprocess.PIPE
    )
    last = [b""]

    def read():
        for line in program.stdout:
            last[0] = line

    reader = threading.Thread(target=read)
    reader.start()
    while not last[0]:
        time.sleep(0.1)
    sender = subprocess.Popen([folder + "/send", "iftb0", rate, str(seconds), FLOWS], stdout=subprocess.DEVNULL)
    print("minute  RssAnon MiB  Rss MiB  CPU %", flush=True)
    before = cpu(program.pid)
    for minute in range(1, int(minutes) + 1):
        time.sleep(60)
        now = cpu(program.pid)
        print(
            f"{minute:>6} {size(program.pid, 'RssAnon'):12.1f} {size(program.pid, 'VmRSS'):8.1f} {(now - before) / 0.6:6.1f}",
            flush=True,
        )
        before = now
    sender.wait()
    time.sleep(3)
    program.send_signal(signal.SIGTERM)
    reader.join()
    program.wait()
    end = json.loads(last[0])
    print(f"sent {sent('iftb0')} frames, counted {end['frames']}, lost {json.dumps(end['loss'])}")


main()
