/*
 * send DEVICE RATE SECONDS FLOWS [BYTES]: sends UDP over IPv4 at a constant rate through an AF_PACKET socket,
 * 64 frames a call, to whatever is at the other end of DEVICE. Prints how many frames the kernel
 * took. The flows are those of ports and addresses 10.x.x.x to 198.18.0.2, taken in turns.
 *
 *   cc -O2 -o send send.c
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <linux/if_packet.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { BATCH = 64, LONGEST = 1514, HEADERS = 42 };

static uint8_t frames[BATCH][LONGEST];

static void put16(uint8_t *at, unsigned value) {
  at[0] = (uint8_t)(value >> 8);
  at[1] = (uint8_t)value;
}

static void build(uint8_t *frame, unsigned bytes) {
  memset(frame, 0, LONGEST);
  memset(frame, 0xff, 6); /* broadcast: no need to know the other end */
  frame[6] = 2;
  put16(frame + 12, 0x0800);
  uint8_t *ip = frame + 14;
  ip[0] = 0x45;
  put16(ip + 2, bytes - 14);
  ip[8] = 64;
  ip[9] = 17;
  ip[12] = 10;
  ip[16] = 198;
  ip[17] = 18;
  ip[19] = 2;
  put16(ip + 22, 9);
  put16(ip + 24, bytes - 34);
}

static void address(uint8_t *frame, uint32_t flow) {
  uint8_t *ip = frame + 14;
  ip[13] = (uint8_t)(flow >> 16);
  ip[14] = (uint8_t)(flow >> 8);
  ip[15] = (uint8_t)flow;
  put16(ip + 20, 1024 + flow % 60000);
  /* IPv4's sum, so that nobody on the way has a reason to discard it */
  uint32_t sum = 0;
  put16(ip + 10, 0);
  for (int i = 0; i < 20; i += 2) sum += (uint32_t)(ip[i] << 8 | ip[i + 1]);
  while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
  put16(ip + 10, ~sum & 0xffff);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
  if (count < 5) {
    fprintf(stderr, "usage: send DEVICE RATE SECONDS FLOWS [BYTES]\n");
    return 2;
  }
  double rate = atof(arguments[2]), seconds = atof(arguments[3]);
  uint32_t flows = (uint32_t)atoi(arguments[4]);
  unsigned bytes = count > 5 ? (unsigned)atoi(arguments[5]) : 100;
  if (bytes < HEADERS || bytes > LONGEST || flows == 0 || rate <= 0) return 2;
  int fd = socket(AF_PACKET, SOCK_RAW, 0);
  struct sockaddr_ll to = {.sll_family = AF_PACKET,
                           .sll_protocol = htons(ETH_P_IP),
                           .sll_ifindex = (int)if_nametoindex(arguments[1])};
  if (fd < 0 || bind(fd, (struct sockaddr *)&to, sizeof to)) {
    perror("send");
    return 1;
  }
  struct mmsghdr messages[BATCH];
  struct iovec parts[BATCH];
  memset(messages, 0, sizeof messages);
  for (int i = 0; i < BATCH; i++) {
    build(frames[i], bytes);
    parts[i] = (struct iovec){frames[i], bytes};
    messages[i].msg_hdr.msg_iov = &parts[i];
    messages[i].msg_hdr.msg_iovlen = 1;
  }
  uint64_t sent = 0, total = (uint64_t)(rate * seconds);
  uint32_t flow = 0;
  double start = now();
  while (sent < total) {
    double due = (now() - start) * rate - (double)sent;
    if (due < 1) {
      struct timespec nap = {0, 100000};
      nanosleep(&nap, 0);
      continue;
    }
    uint64_t left = total - sent;
    unsigned batch = due > BATCH ? BATCH : (unsigned)due;
    if (batch > left) batch = (unsigned)left;
    for (unsigned i = 0; i < batch; i++) {
      address(frames[i], flow);
      flow = flow + 1 == flows ? 0 : flow + 1;
    }
    unsigned done = 0;
    while (done < batch) {
      int taken = sendmmsg(fd, messages + done, batch - done, 0);
      if (taken < 0 && errno != ENOBUFS && errno != EAGAIN && errno != EINTR) {
        perror("send");
        return 1;
      }
      if (taken > 0) done += (unsigned)taken;
    }
    sent += batch;
  }
  printf("%llu\n", (unsigned long long)sent);
  return 0;
}
