/*
 * gencap FLOWS PACKETS FILE: writes a synthetic Ethernet capture, the same one for the same
 * arguments. 81 % IPv4, 16 % IPv6, 3 % in a VLAN; three of four flows TCP, the others UDP; captured
 * at 96 bytes; 250,000 packets a second. Half of the packets belong to 5 % of the flows.
 *
 *   cc -O2 -o gencap gencap.c
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SNAP_LENGTH = 96, MICROS_APART = 4 };

static const uint16_t services[] = {443, 80, 53, 22, 123, 8080};
static uint64_t state = 88172645463325252ULL;

/* xorshift64 */
static uint64_t rnd(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

static uint64_t mix(uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdULL;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53ULL;
  return x ^ (x >> 33);
}

static void put16(uint8_t *at, uint32_t value) {
  at[0] = (uint8_t)(value >> 8);
  at[1] = (uint8_t)value;
}

static int ipv6(uint8_t *h, uint64_t id, uint64_t key, int reverse, int tcp, uint32_t length) {
  uint8_t a[16] = {0x20, 1, 0xd, 0xb8}, b[16] = {0x26, 6, 0x47};
  uint64_t remote = mix(key);
  memcpy(a + 12, &id, 4);
  memcpy(b + 8, &remote, 8);
  h[0] = 0x60;
  put16(h + 4, length - 40);
  h[6] = tcp ? 6 : 17;
  h[7] = 64;
  memcpy(h + 8, reverse ? b : a, 16);
  memcpy(h + 24, reverse ? a : b, 16);
  return 40;
}

static int ipv4(uint8_t *h, uint64_t id, uint64_t key, int reverse, int tcp, uint32_t length) {
  uint8_t a[4] = {10, (uint8_t)(id >> 16), (uint8_t)(id >> 8), (uint8_t)id}, b[4];
  uint32_t remote = (uint32_t)mix(key + 1) | 0x40;
  memcpy(b, &remote, 4);
  if (b[0] == 10) b[0] = 11;
  h[0] = 0x45;
  put16(h + 2, length);
  h[8] = 64;
  h[9] = tcp ? 6 : 17;
  memcpy(h + 12, reverse ? b : a, 4);
  memcpy(h + 16, reverse ? a : b, 4);
  return 20;
}

static uint32_t frame(uint8_t *p, uint64_t flows) {
  uint64_t r = rnd(), id = (r & 1) ? (r >> 8) % (flows / 20 + 1) : (r >> 8) % flows, key = mix(id);
  int vlan = key % 100 < 3, v6 = key % 100 >= 84, reverse = rnd() & 1, tcp = (key >> 40) % 4 != 0;
  uint32_t wire = 60 + (uint32_t)(rnd() % 100 < 70 ? rnd() % 80 : 400 + rnd() % 1000);
  uint16_t client = (uint16_t)(32768 + (key >> 8) % 28000), service = services[(key >> 24) % 6];
  uint32_t at = 12;
  memcpy(p, "\2\0\0\0\0\1\2\0\0\0\0\2", at);
  if (vlan) {
    memcpy(p + at, "\x81\0\0\7", 4);
    at += 4;
  }
  put16(p + at, v6 ? 0x86dd : 0x0800);
  at += 2;
  at += (uint32_t)(v6 ? ipv6 : ipv4)(p + at, id, key, reverse, tcp, wire - at);
  put16(p + at, reverse ? service : client);
  put16(p + at + 2, reverse ? client : service);
  if (tcp) p[at + 12] = 0x50;
  return wire;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: gencap FLOWS PACKETS FILE\n");
    return 2;
  }
  uint64_t flows = strtoull(arguments[1], 0, 10), packets = strtoull(arguments[2], 0, 10);
  FILE *file = fopen(arguments[3], "wb");
  if (!file || !flows) {
    perror(arguments[3]);
    return 1;
  }
  static char buffer[1 << 20];
  setvbuf(file, buffer, _IOFBF, sizeof buffer);
  uint32_t header[6] = {0xa1b2c3d4, 0x00040002, 0, 0, SNAP_LENGTH, 1};
  fwrite(header, sizeof header, 1, file);
  for (uint64_t i = 0; i < packets; i++) {
    uint8_t p[SNAP_LENGTH] = {0};
    uint32_t wire = frame(p, flows), captured = wire < SNAP_LENGTH ? wire : SNAP_LENGTH;
    uint64_t micros = i * MICROS_APART;
    uint32_t record[4] = {1700000000u + (uint32_t)(micros / 1000000), (uint32_t)(micros % 1000000),
                          captured, wire};
    fwrite(record, sizeof record, 1, file);
    fwrite(p, 1, captured, file);
  }
  return fclose(file) != 0;
}
