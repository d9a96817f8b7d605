"""manyflows.py FLOWS FILE QUARTER JAVA: what a full flow table does to the heaviest conversations.

The report over a table with room for all flows says the truth; the same file with the default bound
is compared with it. QUARTER begins like FILE and is a quarter as long: memory must not grow with the rest.
"""

import csv
import heapq
import os
import subprocess
import sys

HEAVIEST = 1000
KEY = ("protocol", "source", "source_port", "destination", "destination_port")
SUMS = ("tx_packets", "tx_bytes", "rx_packets", "rx_bytes")


def report(java, capture, *options):
    """Each conversation's key, sums and mark, and the largest resident size in MiB."""
    command = [java, *options, "--keep-privileges", "-r", capture, "--report", "csv"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    for row in csv.DictReader(process.stdout):
        yield (
            tuple(row[name] for name in KEY),
            tuple(int(row[name]) for name in SUMS),
            row["partial"] == "true",
        )
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command} failed")
    print(f"  {' '.join(options[-2:]):28} {usage.ru_maxrss / 1024:6.0f} MiB,"
          f" {usage.ru_utime + usage.ru_stime:5.1f} s of CPU")


def volume(conversation):
    return conversation[1][1] + conversation[1][3]


def main():
    flows, capture, quarter, java = sys.argv[1:]
    bounded = ("-m", "bootstrap")
    unbounded = ("-XX:MaxRAMPercentage=60", *bounded, "--max-flows", flows)
    print("memory and time:")
    for _ in report(java, quarter, *bounded):
        pass
    known = {}
    for key, sums, partial in report(java, capture, *bounded):
        known[key] = (sums, partial)
    count = 0
    heaviest = []
    for conversation in report(java, capture, *unbounded):
        count += 1
        heapq.heappush(heaviest, (volume(conversation), conversation))
        if len(heaviest) > HEAVIEST:
            heapq.heappop(heaviest)
    exact = partial = wrong = missing = 0
    for _, (key, sums, _) in heaviest:
        if key not in known:
            missing += 1
        elif known[key][0] == sums:
            exact += 1
        elif known[key][1]:
            partial += 1
        else:
            wrong += 1
    print(f"{count} conversations, of which {len(known)} are known at the end with the default bound")
    print(f"the {HEAVIEST} heaviest, of {heaviest[0][0]} bytes or more: {exact} exact, {partial} marked"
          f" partial, {missing} folded, {wrong} wrong without a mark")


main()
