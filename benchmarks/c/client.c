/* client.c: the short-lived programs whose flows attribution.py wants named. Each prints
 *   CASE PID TRANSPORT LOCAL_PORT
 * before it sends a first packet.
 *
 *   client tcp ADDRESS PORT MILLIS      connects, talks, closes after so many milliseconds
 *   client udp ADDRESS PORT MILLIS      asks and waits for the answer, at most so long
 *   client fire ADDRESS PORT            sends one datagram and ends
 *   client mapped ADDRESS PORT MILLIS   as tcp, from an IPv6 socket
 *   client heir ADDRESS PORT MILLIS     as tcp, but a child goes on with the connection
 *   client serve tcp|udp PORT           answers, one second after another; with two children for tcp
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void pause_millis(long millis) {
  struct timespec time = {millis / 1000, millis % 1000 * 1000000};
  nanosleep(&time, NULL);
}

static int fail(const char *what) {
  perror(what);
  exit(1);
}

static void say(const char *name, pid_t pid, int fd, const char *transport) {
  struct sockaddr_in6 self;
  socklen_t length = sizeof self;
  if (getsockname(fd, (struct sockaddr *)&self, &length) < 0) fail("getsockname");
  printf("%s %d %s %d\n", name, (int)pid, transport, ntohs(self.sin6_port));
  fflush(stdout);
}

/* The local port is wanted before the first packet: bind first. */
static int connected(int family, int type, const char *address, int port, const char *name,
                     int announce) {
  int fd = socket(family, type, 0);
  if (fd < 0) fail("socket");
  if (family == AF_INET6) {
    struct sockaddr_in6 any = {.sin6_family = AF_INET6};
    if (bind(fd, (struct sockaddr *)&any, sizeof any) < 0) fail("bind");
  } else {
    struct sockaddr_in any = {.sin_family = AF_INET};
    if (bind(fd, (struct sockaddr *)&any, sizeof any) < 0) fail("bind");
  }
  if (announce) say(name, getpid(), fd, type == SOCK_STREAM ? "TCP" : "UDP");
  int status;
  if (family == AF_INET6) {
    char mapped[64];
    struct sockaddr_in6 far = {.sin6_family = AF_INET6, .sin6_port = htons(port)};
    snprintf(mapped, sizeof mapped, "::ffff:%s", address);
    inet_pton(AF_INET6, mapped, &far.sin6_addr);
    status = connect(fd, (struct sockaddr *)&far, sizeof far);
  } else {
    struct sockaddr_in far = {.sin_family = AF_INET, .sin_port = htons(port)};
    inet_pton(AF_INET, address, &far.sin_addr);
    status = connect(fd, (struct sockaddr *)&far, sizeof far);
  }
  if (status < 0) fail("connect");
  return fd;
}

static void talk(int fd, long millis) {
  char text[512] = "hello";
  if (write(fd, text, sizeof text) < 0) fail("write");
  struct pollfd ready = {fd, POLLIN, 0};
  if (poll(&ready, 1, (int)millis) > 0 && read(fd, text, sizeof text) < 0) fail("read");
}

static void serve(int type, int port) {
  int children = type == SOCK_STREAM ? 2 : 0;
  for (int i = 0; i < children; i++) {
    if (fork() == 0) break;
  }
  int fd = socket(AF_INET, type, 0);
  int one = 1;
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &one, sizeof one);
  struct sockaddr_in any = {.sin_family = AF_INET, .sin_port = htons(port)};
  if (bind(fd, (struct sockaddr *)&any, sizeof any) < 0) fail("bind");
  if (type == SOCK_STREAM && listen(fd, 64) < 0) fail("listen");
  signal(SIGCHLD, SIG_IGN);
  for (;;) {
    char text[2048];
    struct sockaddr_in peer;
    socklen_t length = sizeof peer;
    if (type == SOCK_DGRAM) {
      ssize_t size = recvfrom(fd, text, sizeof text, 0, (struct sockaddr *)&peer, &length);
      pause_millis(10); /* a server on the next street */
      if (size > 0) sendto(fd, text, size, 0, (struct sockaddr *)&peer, length);
      continue;
    }
    int accepted = accept(fd, (struct sockaddr *)&peer, &length);
    if (accepted < 0) continue;
    printf("served %d TCP %d\n", (int)getpid(), ntohs(peer.sin_port));
    fflush(stdout);
    ssize_t size;
    while ((size = read(accepted, text, sizeof text)) > 0) {
      if (write(accepted, text, size) < 0) break;
    }
    close(accepted);
  }
}

int main(int count, char **word) {
  if (count < 4) return 2;
  const char *mode = word[1];
  long millis = count > 4 ? atol(word[4]) : 0;
  if (!strcmp(mode, "serve")) {
    serve(!strcmp(word[2], "tcp") ? SOCK_STREAM : SOCK_DGRAM, atoi(word[3]));
    return 1;
  }
  int port = atoi(word[3]);
  if (!strcmp(mode, "tcp") || !strcmp(mode, "mapped")) {
    int family = *mode == 'm' ? AF_INET6 : AF_INET;
    int fd = connected(family, SOCK_STREAM, word[2], port, mode, 1);
    talk(fd, millis);
    pause_millis(millis);
    close(fd);
  } else if (!strcmp(mode, "udp")) {
    talk(connected(AF_INET, SOCK_DGRAM, word[2], port, mode, 1), millis);
  } else if (!strcmp(mode, "fire")) {
    int fd = connected(AF_INET, SOCK_DGRAM, word[2], port, mode, 1);
    if (write(fd, word, 64) < 0) fail("write");
  } else if (!strcmp(mode, "heir")) {
    int fd = connected(AF_INET, SOCK_STREAM, word[2], port, mode, 0);
    pid_t child = fork();
    if (child == 0) {
      pause_millis(20);
      say(mode, getpid(), fd, "TCP");
      for (int i = 0; i < 15; i++) {
        talk(fd, 100);
        pause_millis(millis / 15);
      }
    }
  }
  return 0;
}
