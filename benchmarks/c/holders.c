/* holders.c: so many processes that hold so many TCP sockets and further descriptors, until killed.
 *
 *   holders PROCESSES SOCKETS_EACH OTHERS_EACH
 */
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

static void hold(int sockets, int others) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (int i = 0; i < others; i++) open("/dev/null", O_RDONLY);
  /* Connections to ourselves: each is two sockets. */
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in self = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof self;
  bind(listener, (struct sockaddr *)&self, sizeof self);
  listen(listener, sockets);
  getsockname(listener, (struct sockaddr *)&self, &length);
  for (int i = 0; i < (sockets - 1) / 2; i++) {
    int client = socket(AF_INET, SOCK_STREAM, 0);
    connect(client, (struct sockaddr *)&self, sizeof self);
    accept(listener, NULL, NULL);
  }
  if (sockets % 2 == 0) {
    int last = socket(AF_INET, SOCK_DGRAM, 0);
    self.sin_port = 0;
    bind(last, (struct sockaddr *)&self, sizeof self);
  }
  for (;;) pause();
}

int main(int count, char **word) {
  if (count != 4) return 2;
  for (int i = 0; i < atoi(word[1]); i++) {
    if (fork() == 0) hold(atoi(word[2]), atoi(word[3]));
  }
  puts("ready");
  fflush(stdout);
  for (;;) pause();
}
