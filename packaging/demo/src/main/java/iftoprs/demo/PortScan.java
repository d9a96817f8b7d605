package iftoprs.demo;

import static iftoprs.demo.DemoCapture.seconds;

import java.util.Random;

/**
 * A stranger knocks at well-known ports, one after the other, and is refused at each.
 *
 * @param start in seconds
 */
record PortScan(double start) implements Scene {

  private static final int[] PORTS = {
    21, 22, 23, 25, 53, 80, 110, 111, 135, 139, 143, 161, 389, 443, 445, 465, 514, 554, 587, 631,
    873, 993, 995, 1080, 1433, 1521, 1723, 1883, 2049, 2375, 3128, 3306, 3389, 4444, 5000, 5060,
    5432, 5601, 5672, 5900, 5985, 6379, 6443, 7001, 8000, 8080, 8443, 8888, 9000, 9090, 9200, 9418,
    10000, 11211, 15672, 25565, 27017, 50000
  };

  @Override
  public void play(Wire wire, Random random) {
    Route in = Route.v6(Network.PROBE, Network.DESK);
    long at = seconds(start);
    int fromPort = 54_321;
    for (int port : PORTS) {
      int sequence = random.nextInt();
      byte[] options = {2, 4, 0x05, (byte) 0xa0};
      wire.tcp(at, in, new TcpHeader(fromPort, port, sequence, 0, TcpHeader.SYN, options), 0);
      int refusal = TcpHeader.RST | TcpHeader.ACK;
      TcpHeader answer =
          new TcpHeader(port, fromPort, 0, sequence + 1, refusal, TcpHeader.NO_OPTIONS);
      wire.tcp(at + 45, in.reversed(), answer, 0);
      at += 60_000 + random.nextInt(50_000);
    }
  }
}
