"""Two network namespaces with a pair of devices between them, for benchmarks that need root."""
import os
import subprocess

HERE, THERE = f"iftd-a{os.getpid()}", f"iftd-b{os.getpid()}"
NEAR, FAR = "10.231.7.1", "10.231.7.2"
DEVICE = "veth0"


def run(*command):
    subprocess.run(command, check=True)


def inside(namespace, *command):
    return ["ip", "netns", "exec", namespace, *command]


def set_up():
    """HERE has NEAR, THERE has FAR and its default route through NEAR; DEVICE is the device of each."""
    for namespace in (HERE, THERE):
        run("ip", "netns", "add", namespace)
        run(*inside(namespace, "ip", "link", "set", "lo", "up"))
    run("ip", "link", "add", DEVICE, "netns", HERE, "type", "veth", "peer", "name", DEVICE, "netns", THERE)
    for namespace, address in ((HERE, NEAR), (THERE, FAR)):
        run(*inside(namespace, "ip", "address", "add", address + "/24", "dev", DEVICE))
        run(*inside(namespace, "ip", "link", "set", DEVICE, "up"))
    run(*inside(THERE, "ip", "route", "add", "default", "via", NEAR))


def tear_down():
    for namespace in (HERE, THERE):
        subprocess.run(["ip", "netns", "del", namespace], stderr=subprocess.DEVNULL)
