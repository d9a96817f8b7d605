#!/usr/bin/env python3
"""attribution.py [TOOL]...: which tool names the right program, in which situation.

Makes two network namespaces with a pair of devices between them, lets a tool watch the one end,
starts short-lived programs (c/client.c) whose process and port are known, and compares. Tools:
iftoprs (the built image), nethogs, bandwhich, rustnet; those that are not installed are left out. Needs
root, a C compiler and iproute2. Removes what it made. See README.md for how answers are judged.
"""
import collections
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from spaces import FAR, HERE, NEAR, THERE, inside, run, set_up, tear_down

FOLDER = os.path.dirname(os.path.abspath(__file__))
JAVA = os.path.join(FOLDER, "../packaging/image/target/image/bin/java")
ROUNDS = int(os.environ.get("ROUNDS", "20"))


class Run:
    """Starts clients and remembers what they said of themselves."""

    def __init__(self, client):
        self.client = client
        self.folder = os.path.dirname(client)
        self.servers = []
        self.truth = []  # situation, pid, name, transport, port

    def named(self, name):
        """The client under a name of its own, so that tools which tell only names can be judged."""
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            shutil.copy(self.client, path)
        return path

    def serve(self, namespace, name, kind, port):
        out = open(os.path.join(self.folder, name + ".out"), "w+")
        server = subprocess.Popen(
            inside(namespace, self.named(name), "serve", kind, str(port)), stdout=out, start_new_session=True)
        self.servers.append((server, out))
        return out

    def once(self, situation, namespace, name, mode, address, port, millis):
        done = subprocess.run(
            inside(namespace, self.named(name), mode, address, str(port), str(millis)),
            stdout=subprocess.PIPE, text=True, timeout=20)
        for line in done.stdout.splitlines():
            _, pid, transport, local = line.split()
            self.truth.append((situation, int(pid), name, transport, int(local)))

    def close(self):
        for server, _ in self.servers:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def situations(runner):
    """The traffic: what happens, at a pace that people and programs have."""
    runner.serve(THERE, "far-tcp", "tcp", 443)
    runner.serve(THERE, "far-udp", "udp", 53)
    fork = runner.serve(HERE, "fork-server", "tcp", 8080)
    runner.serve(HERE, "trap-server", "tcp", 443)
    runner.serve(HERE, "trap-udp", "udp", 53)
    time.sleep(2.5)
    for _ in range(ROUNDS):
        runner.once("TCP client of 200 ms", HERE, "tcp-client", "tcp", FAR, 443, 200)
        time.sleep(0.1)
    for _ in range(ROUNDS):
        runner.once("UDP query, answer after 10 ms", HERE, "udp-client", "udp", FAR, 53, 500)
        time.sleep(0.3)
    for _ in range(ROUNDS):
        runner.once("one datagram, then exit", HERE, "fire-client", "fire", FAR, 53, 0)
        time.sleep(0.3)
    for _ in range(ROUNDS // 2):
        runner.once("IPv4 from an IPv6 socket", HERE, "mapped-client", "mapped", FAR, 443, 200)
    for _ in range(ROUNDS // 4):
        runner.once("connection left to a child", HERE, "heir-client", "heir", FAR, 443, 1500)
    for _ in range(ROUNDS // 2):
        runner.once("client of a container", THERE, "boxed-client", "tcp", NEAR, 8080, 300)
    time.sleep(3)
    # The far end of the fork server's connections is the client; the near one is a child.
    truth = [line for line in runner.truth if line[0] != "client of a container"]
    fork.seek(0)
    for line in fork.read().splitlines():
        _, pid, transport, port = line.split()
        truth.append(("server of three processes on one port", int(pid), "fork-server", transport, int(port)))
    return truth


class Iftoprs:
    name = "iftoprs"

    def command(self):
        return [JAVA, *os.environ.get("JAVA_OPTIONS", "").split(), "-m", "bootstrap", "-i", "veth0", "-n", "--json"]

    def judge(self, lines, truth):
        seen = {}
        for line in lines:
            try:
                flows = json.loads(line)["flows"]
            except ValueError:
                continue
            for flow in flows:
                for end in ("source_port", "destination_port"):
                    seen[(flow["protocol"], flow[end])] = flow
        for situation, pid, _, transport, port in truth:
            flow = seen.get((transport, port))
            if flow is None:
                yield situation, "none", "no flow"
            elif "pid" not in flow:
                yield situation, "none", flow["attribution"]
            else:
                others = [other["pid"] for other in flow.get("other_owners", [])]
                right = flow["pid"] == pid
                yield situation, "right" if right else "wrong", (
                    flow["attribution"] if right else f"{flow['process']} {flow['pid']} {others}")


class Nethogs:
    """Tells traffic by process, not by flow: right if the process shows up at all."""

    name = "nethogs"

    def command(self):
        return ["nethogs", "-t", "-C", "-d", "1", "veth0"]

    def judge(self, lines, truth):
        pids = set()
        for line in lines:
            match = re.match(r"(.*)/(\d+)/\d+\t", line)
            if match:
                pids.add(int(match.group(2)))
        for situation, pid, _, _, _ in truth:
            yield situation, "right" if pid in pids else "none", ""


class Bandwhich:
    """Tells a name for each connection."""

    name = "bandwhich"

    def command(self):
        return [shutil.which("bandwhich") or "/tmp/ref/bin/bandwhich", "--raw", "-n", "-i", "veth0"]

    def judge(self, lines, truth):
        names = {}
        for line in lines:
            match = re.search(
                r'connection: .*?:(\d+) => [^ ]*?:(\d+) \((tcp|udp)\).*process: "?([^"]*)"?', line)
            if match:
                near, far, transport, name = match.groups()
                for port in (near, far):
                    known = names.get((transport.upper(), int(port)))
                    if known in (None, "<UNKNOWN>"):
                        names[(transport.upper(), int(port))] = name
        for situation, _, name, transport, port in truth:
            told = names.get((transport, port), "<NO FLOW>")
            if told.startswith("<"):
                yield situation, "none", told
            else:
                yield situation, "right" if told == name else "wrong", told


class Rustnet:
    """Tells process and name for each connection."""

    name = "rustnet"

    def command(self):
        return ["rustnet", "-i", "veth0", "--headless", "--no-resolve-dns", "--no-uid-drop", "--no-sandbox", "-r", "1000"]

    def judge(self, lines, truth):
        seen = {}
        for line in lines:
            try:
                connections = json.loads(line).get("connections", [])
            except ValueError:
                continue
            for connection in connections:
                for end in ("local", "remote"):
                    key = (connection["protocol"], connection[end]["port"])
                    if connection["process"] or key not in seen:
                        seen[key] = connection["process"]
        for situation, pid, _, transport, port in truth:
            if (transport, port) not in seen:
                yield situation, "none", "no flow"
            elif not seen[(transport, port)]:
                yield situation, "none", ""
            else:
                told = seen[(transport, port)]
                yield situation, "right" if told["pid"] == pid else "wrong", f"{told['name']} {told['pid']}"


def watch(tool, client_source):
    with tempfile.TemporaryDirectory() as folder:
        client = os.path.join(folder, "client")
        run("cc", "-O2", "-o", client, client_source)
        runner = Run(client)
        set_up()
        out = open(os.path.join(folder, "out"), "w+")
        watcher = subprocess.Popen(
            inside(HERE, *tool.command()), stdout=out, stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL)
        try:
            time.sleep(2)
            truth = situations(runner)
        finally:
            watcher.send_signal(signal.SIGINT)
            try:
                watcher.wait(5)
            except subprocess.TimeoutExpired:
                watcher.kill()
            runner.close()
            tear_down()
        out.seek(0)
        lines = out.read().splitlines()
        if os.environ.get("KEEP"):
            with open(os.environ["KEEP"] + "." + tool.name, "w") as kept:
                kept.write("\n".join(lines) + "\n" + repr(truth))
        return list(tool.judge(lines, truth))


def main():
    tools = [tool() for tool in (Iftoprs, Nethogs, Bandwhich, Rustnet)]
    wanted = sys.argv[1:]
    results = {}
    for tool in tools:
        program = tool.command()[0]
        if (not wanted or tool.name in wanted) and (shutil.which(program) or os.path.exists(program)):
            results[tool.name] = watch(tool, os.path.join(FOLDER, "c/client.c"))
    order = list(dict.fromkeys(line[0] for lines in results.values() for line in lines))
    print("| situation | " + " | ".join(results) + " |")
    print("|---|" + "---|" * len(results))
    for situation in order:
        cells = []
        for lines in results.values():
            verdicts = collections.Counter(line[1] for line in lines if line[0] == situation)
            notes = collections.Counter(
                line[2] for line in lines if line[0] == situation and line[2])
            cells.append(
                f"{verdicts['right']} / {verdicts['wrong']} / {verdicts['none']}"
                + (" (" + ", ".join(f"{n} {word}" for word, n in notes.most_common(4)) + ")" if notes else ""))
        print(f"| {situation} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
