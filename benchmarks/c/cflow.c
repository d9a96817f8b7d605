/*
 * cflow FILE: what the program is measured against. libpcap's offline loop and a flow table with
 * open addressing; prints packets, bytes, flows and frames without IP. It keeps bytes and packets
 * of both directions of each flow and one slot of a rate window, and prints no conversations.
 *
 *   cc -O2 -o cflow cflow.c -lpcap
 */
#include <pcap/pcap.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEY_BYTES = 38, HASHED_BYTES = 40, ETHERNET = 14, VLAN = 0x8100, IPV4 = 0x0800, IPV6 = 0x86dd };

typedef struct {
  uint8_t a[16], b[16]; /* the smaller end first */
  uint16_t port_a, port_b;
  uint8_t protocol, version;
  uint16_t used;
  uint64_t bytes_ab, bytes_ba, packets_ab, packets_ba;
  uint32_t slot[2];
} flow;

static flow *table;
static uint64_t mask, flows, packets, bytes, other;

static uint64_t hash(const flow *key) {
  uint64_t h = 1469598103934665603ULL, word;
  const uint8_t *p = (const uint8_t *)key;
  for (int i = 0; i < HASHED_BYTES; i += 8) {
    memcpy(&word, p + i, 8);
    h = (h ^ word) * 0x9E3779B97F4A7C15ULL;
    h ^= h >> 29;
  }
  return h;
}

/* The key's used field must be 0 when it is hashed; a stored one has it set. */
static uint64_t place(const flow *key) {
  flow plain = *key;
  plain.used = 0;
  return hash(&plain) & mask;
}

static flow *find(const flow *key) {
  uint64_t i = hash(key) & mask;
  while (table[i].used) {
    if (!memcmp(&table[i], key, KEY_BYTES)) return &table[i];
    i = (i + 1) & mask;
  }
  table[i] = *key;
  table[i].used = 1;
  flows++;
  return &table[i];
}

static void grow(void) {
  uint64_t old_mask = mask;
  flow *old = table;
  mask = mask * 2 + 1;
  table = calloc(mask + 1, sizeof *table);
  if (!table) {
    perror("cflow");
    exit(1);
  }
  for (uint64_t i = 0; i <= old_mask; i++) {
    if (!old[i].used) continue;
    uint64_t j = place(&old[i]);
    while (table[j].used) j = (j + 1) & mask;
    table[j] = old[i];
  }
  free(old);
}

static void on_packet(u_char *user, const struct pcap_pkthdr *header, const u_char *p) {
  (void)user;
  packets++;
  bytes += header->len;
  if (header->caplen < ETHERNET + 20) {
    other++;
    return;
  }
  uint32_t at = ETHERNET;
  uint16_t type = (uint16_t)(p[12] << 8 | p[13]);
  while (type == VLAN && at + 24 <= header->caplen) {
    type = (uint16_t)(p[at + 2] << 8 | p[at + 3]);
    at += 4;
  }
  flow key;
  memset(&key, 0, sizeof key);
  const uint8_t *source, *destination;
  int length;
  uint32_t ports;
  if (type == IPV4) {
    key.version = 4;
    key.protocol = p[at + 9];
    source = p + at + 12;
    destination = p + at + 16;
    length = 4;
    ports = at + (p[at] & 15) * 4u;
  } else if (type == IPV6 && at + 40 <= header->caplen) {
    key.version = 6;
    key.protocol = p[at + 6];
    source = p + at + 8;
    destination = p + at + 24;
    length = 16;
    ports = at + 40;
  } else {
    other++;
    return;
  }
  uint16_t from = 0, to = 0;
  if ((key.protocol == 6 || key.protocol == 17) && ports + 4 <= header->caplen) {
    from = (uint16_t)(p[ports] << 8 | p[ports + 1]);
    to = (uint16_t)(p[ports + 2] << 8 | p[ports + 3]);
  }
  int order = memcmp(source, destination, (size_t)length);
  int forward = order < 0 || (order == 0 && from <= to);
  memcpy(key.a, forward ? source : destination, (size_t)length);
  memcpy(key.b, forward ? destination : source, (size_t)length);
  key.port_a = forward ? from : to;
  key.port_b = forward ? to : from;
  if (flows * 4 > mask * 3) grow();
  flow *known = find(&key);
  if (forward) {
    known->bytes_ab += header->len;
    known->packets_ab++;
  } else {
    known->bytes_ba += header->len;
    known->packets_ba++;
  }
  known->slot[!forward] += header->len;
}

#ifndef CFLOW_WITHOUT_MAIN
int main(int count, char **arguments) {
  char error[PCAP_ERRBUF_SIZE];
  if (count != 2) {
    fprintf(stderr, "usage: cflow FILE\n");
    return 2;
  }
  mask = 65535;
  table = calloc(mask + 1, sizeof *table);
  pcap_t *pcap = pcap_open_offline(arguments[1], error);
  if (!table || !pcap) {
    fprintf(stderr, "cflow: %s\n", pcap ? "no memory" : error);
    return 1;
  }
  pcap_loop(pcap, -1, on_packet, 0);
  printf("packets %lu bytes %lu flows %lu other %lu\n", packets, bytes, flows, other);
  return 0;
}
#endif
