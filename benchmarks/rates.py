#!/usr/bin/env python3
"""rates.py: what each tool calls the rate of a flow that is known.

One program in a network namespace sends a thousand UDP datagrams a second of 1,000 bytes each on
the wire, Ethernet header included: 1,000,000 bytes/s. All tools watch the same device at the same
time for 45 s and say what the flow sends, over each window they have. Tools: iftoprs (the built
image), iftop, nethogs, and where installed or named bandwhich, rustnet and the Rust program
(IFTOPRS_REFERENCE). Needs root and iproute2. Removes what it made.
"""
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from spaces import DEVICE, FAR, HERE, NEAR, THERE, inside, set_up, tear_down

FOLDER = os.path.dirname(os.path.abspath(__file__))
JAVA = os.path.join(FOLDER, "../packaging/image/target/image/bin/java")
PORT = 9000
SECONDS = 45
HEADERS = 14 + 20 + 8
SENDER = f"""
import socket, time
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("{NEAR}", 40000))
start, sent = time.monotonic(), 0
while time.monotonic() - start < {SECONDS + 15}:
    due = int((time.monotonic() - start) * 1000)
    while sent < due:
        s.sendto(bytes({1000 - HEADERS}), ("{FAR}", {PORT}))
        sent += 1
    time.sleep(0.002)
"""
RECEIVER = f"""
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("{FAR}", {PORT}))
while True: s.recv(2000)
"""


def tools():
    reference = os.environ.get("IFTOPRS_REFERENCE")
    candidates = {
        "iftoprs": [JAVA, "-m", "bootstrap", "-i", DEVICE, "-n", "--json", "--duration", str(SECONDS)],
        "iftop": ["iftop", "-t", "-s", str(SECONDS), "-n", "-P", "-N", "-B", "-i", DEVICE],
        "nethogs": ["nethogs", "-t", "-C", "-c", str(SECONDS), DEVICE],
        "bandwhich": ["bandwhich", "--raw", "-n", "-i", DEVICE],
        "rustnet": ["rustnet", "-i", DEVICE, "--headless", "--no-resolve-dns", "--duration", str(SECONDS)],
        "iftoprs for Rust": [reference or "", "-i", DEVICE, "-n", "-B", "--json"],
    }
    return {name: command for name, command in candidates.items() if shutil.which(command[0])}


def number(text):
    value, unit = re.fullmatch(r"([\d.]+)([KMG]?)B?", text).groups()
    return float(value) * {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}[unit]


def told_by_us(text):
    flow = next(f for f in json.loads(text.splitlines()[-1])["flows"] if f["destination_port"] == PORT)
    return [flow[f"tx_rate_{window}"] for window in ("2s", "10s", "40s")]


def told_by_iftop(text):
    line = next(line for line in text.splitlines() if "=>" in line)
    return [number(word) for word in line.split("=>")[1].split()[:3]]


def told_by_nethogs(text):
    rows = [line.split("\t") for line in text.splitlines() if "python3" in line or "UDP" in line]
    return [float(rows[-1][1]) * 1024]


def told_by_bandwhich(text):
    rows = re.findall(r"connection: .*?:9000.*? up/down Bps: (\d+)/\d+", text)
    return [float(rows[-1])]


def told_by_rustnet(text):
    rates = []
    for line in text.splitlines():
        for connection in json.loads(line).get("connections", []):
            if connection["remote"]["port"] == PORT:
                rates.append(connection["traffic"]["outgoing_bytes_per_second"])
    return rates[-2:-1]  # the last line is of a capture that has ended


def told_by_reference(text):
    flows = json.loads(text.strip().splitlines()[-1])["flows"]
    flow = next(f for f in flows if PORT in (f["src_port"], f["dst_port"]))
    return [flow[f"sent_{window}"] + flow[f"recv_{window}"] for window in ("2s", "10s", "40s")]


PARSERS = {
    "iftoprs": told_by_us,
    "iftop": told_by_iftop,
    "nethogs": told_by_nethogs,
    "bandwhich": told_by_bandwhich,
    "rustnet": told_by_rustnet,
    "iftoprs for Rust": told_by_reference,
}


def main():
    processes = []
    set_up()
    try:
        for namespace, program in ((THERE, RECEIVER), (HERE, SENDER)):
            processes.append(subprocess.Popen(inside(namespace, "python3", "-c", program)))
        time.sleep(1)
        running = {}
        for name, command in tools().items():
            # Into a file: a pipe that nobody empties yet would stop a tool that tells much.
            out = tempfile.TemporaryFile("w+")
            process = subprocess.Popen(inside(HERE, *command), stdout=out, stderr=subprocess.DEVNULL)
            running[name] = (process, out)
            processes.append(process)
        time.sleep(SECONDS + 4)
        print("| tool | 2 s | 10 s | 40 s |\n|---|---|---|---|")
        for name, (process, out) in running.items():
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)
            out.seek(0)
            cells = [f"{rate / 1e6:.2f}" for rate in PARSERS[name](out.read())] + ["–", "–"]
            print(f"| {name} | {' | '.join(cells[:3])} |", flush=True)
    finally:
        for process in processes:
            process.kill()
        tear_down()


if __name__ == "__main__":
    sys.exit(main())
