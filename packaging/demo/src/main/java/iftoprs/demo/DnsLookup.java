package iftoprs.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/** Questions to the router's resolver and their answers, as DNS messages (RFC 1035). */
final class DnsLookup {

  private static final int DOMAIN = 53;
  private static final int TYPE_A = 1;
  private static final int TYPE_AAAA = 28;
  private static final int CLASS_IN = 1;
  private static final int QUESTION = 0x0100;
  private static final int ANSWER = 0x8180;

  private final Wire wire;
  private final Random random;

  DnsLookup(Wire wire, Random random) {
    this.wire = wire;
    this.random = random;
  }

  /** Asks for both addresses of a host; returns when the second is known. */
  long ask(long at, Host host) {
    long answered = exchange(at, host, TYPE_A, host.v4());
    return Math.max(answered, exchange(at + 150, host, TYPE_AAAA, host.v6()));
  }

  private long exchange(long at, Host host, int type, byte[] address) {
    // Some names the router does not know; then the workstation's second resolver is asked.
    Host resolver = random.nextInt(5) == 0 ? Network.RESOLVER : Network.ROUTER;
    Route route = Route.v4(Network.DESK, resolver);
    int port = 32_768 + random.nextInt(28_000);
    int id = random.nextInt(0x10000);
    wire.udp(at, route, port, DOMAIN, question(id, QUESTION, 0, host.name(), type));
    long answered = at + resolver.delay() + 400 + random.nextInt(14_000);
    byte[] question = question(id, ANSWER, 1, host.name(), type);
    ByteBuffer answer = ByteBuffer.allocate(question.length + 12 + address.length);
    answer.put(question).putShort((short) 0xc00c).putShort((short) type);
    answer.putShort((short) CLASS_IN).putInt(300).putShort((short) address.length).put(address);
    wire.udp(answered, route.reversed(), DOMAIN, port, answer.array());
    return answered;
  }

  /** Header and question; the same for a question over multicast with id 0 and flags 0. */
  static byte[] question(int id, int flags, int answers, String name, int type) {
    ByteBuffer message = ByteBuffer.allocate(12 + name.length() + 2 + 4);
    message.putShort((short) id).putShort((short) flags).putShort((short) 1);
    message.putShort((short) answers).putInt(0);
    for (String label : name.split("\\.")) {
      message.put((byte) label.length()).put(label.getBytes(US_ASCII));
    }
    message.put((byte) 0).putShort((short) type).putShort((short) CLASS_IN);
    return Arrays.copyOf(message.array(), message.position());
  }
}
