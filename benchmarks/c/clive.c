/*
 * clive DEVICE SECONDS: what live capture is measured against. pcap_dispatch into the table of
 * cflow.c, with the snap length and the buffer that the program asks for; prints received, dropped
 * and counted frames.
 *
 *   cc -O2 -o clive clive.c -lpcap
 */
#define CFLOW_WITHOUT_MAIN
#include "cflow.c"

#include <time.h>

enum { SNAP_LENGTH = 256, GATHER_MILLIS = 50, BUFFER_MIB = 64 };

int main(int count, char **arguments) {
  char error[PCAP_ERRBUF_SIZE];
  if (count != 3) {
    fprintf(stderr, "usage: clive DEVICE SECONDS\n");
    return 2;
  }
  mask = 65535;
  table = calloc(mask + 1, sizeof *table);
  pcap_t *pcap = pcap_create(arguments[1], error);
  if (!table || !pcap) {
    fprintf(stderr, "clive: %s\n", pcap ? "no memory" : error);
    return 1;
  }
  pcap_set_snaplen(pcap, SNAP_LENGTH);
  pcap_set_timeout(pcap, GATHER_MILLIS);
  pcap_set_buffer_size(pcap, BUFFER_MIB << 20);
  if (pcap_activate(pcap) < 0) {
    fprintf(stderr, "clive: %s\n", pcap_geterr(pcap));
    return 1;
  }
  time_t end = time(0) + atoi(arguments[2]);
  while (time(0) < end && pcap_dispatch(pcap, -1, on_packet, 0) >= 0) continue;
  struct pcap_stat stats;
  pcap_stats(pcap, &stats);
  printf("received %u dropped %u counted %lu flows %lu\n", stats.ps_recv, stats.ps_drop, packets,
         flows);
  return 0;
}
