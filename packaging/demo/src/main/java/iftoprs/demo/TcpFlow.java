package iftoprs.demo;

import java.util.Random;

/**
 * One TCP connection, seen at the workstation: what the other side answers arrives after its delay.
 *
 * <p>Methods take the time at which something begins and return the time at which it is over.
 */
final class TcpFlow {

  /** Data of one segment on the wire. */
  static final int SEGMENT = 1440;

  private static final int TURNAROUND = 60;

  private final Wire wire;
  private final Random random;
  private final End client;
  private final End server;
  private final int delay;

  private static final class End {
    final Route route;
    final int port;
    int sequence;

    End(Route route, int port, int sequence) {
      this.route = route;
      this.port = port;
      this.sequence = sequence;
    }
  }

  TcpFlow(Wire wire, Random random, Route toServer, int port) {
    this.wire = wire;
    this.random = random;
    client = new End(toServer, 32_768 + random.nextInt(28_000), random.nextInt());
    server = new End(toServer.reversed(), port, random.nextInt());
    delay = Math.max(toServer.from().delay(), toServer.to().delay());
  }

  /** The handshake. */
  long open(long at) {
    wire.tcp(at, client.route, header(client, server, TcpHeader.SYN), 0);
    client.sequence++;
    long answered = at + answer(server);
    wire.tcp(answered, server.route, header(server, client, TcpHeader.SYN | TcpHeader.ACK), 0);
    server.sequence++;
    long established = answered + answer(client);
    acknowledge(established, client, server);
    return established;
  }

  /** A message from the client in one piece, acknowledged by the server. */
  long ask(long at, int length) {
    return message(at, client, server, length);
  }

  /** A message from the server in one piece, acknowledged by the client. */
  long reply(long at, int length) {
    return message(at, server, client, length);
  }

  /** Client and server agree on keys: about what TLS 1.3 costs. */
  long greet(long at) {
    long hello = ask(at, 517);
    long certificate = reply(hello, 2 * SEGMENT);
    return ask(certificate, 64);
  }

  long download(long at, long length, int largest, Rate rate) {
    return stream(at, server, client, length, largest, rate);
  }

  long upload(long at, long length, int largest, Rate rate) {
    return stream(at, client, server, length, largest, rate);
  }

  /** Both sides say that they are done. */
  long close(long at) {
    wire.tcp(at, client.route, header(client, server, TcpHeader.FIN | TcpHeader.ACK), 0);
    client.sequence++;
    long answered = at + answer(server);
    wire.tcp(answered, server.route, header(server, client, TcpHeader.FIN | TcpHeader.ACK), 0);
    server.sequence++;
    long over = answered + answer(client);
    acknowledge(over, client, server);
    return over;
  }

  private long message(long at, End from, End to, int length) {
    data(at, from, to, length);
    long over = at + answer(to);
    acknowledge(over, to, from);
    return over;
  }

  /**
   * Sends at a rate, in frames of up to {@code largest} segments: network cards hand several of
   * them to the capture as one, in both directions. Every second frame is acknowledged.
   */
  private long stream(long began, End from, End to, long length, int largest, Rate rate) {
    long at = began;
    long left = length;
    boolean owed = false;
    while (left > 0) {
      int segments = 1 + random.nextInt(largest);
      int size = (int) Math.min(left, (long) segments * SEGMENT);
      data(at, from, to, size);
      left -= size;
      if (owed || left == 0) {
        acknowledge(at + answer(to), to, from);
      }
      owed = !owed;
      at += (long) (size * 8e6 / rate.bitsPerSecond(at - began));
    }
    return at + delay;
  }

  private void data(long at, End from, End to, int length) {
    wire.tcp(at, from.route, header(from, to, TcpHeader.PSH | TcpHeader.ACK), length);
    from.sequence += length;
  }

  private void acknowledge(long at, End from, End to) {
    wire.tcp(at, from.route, header(from, to, TcpHeader.ACK), 0);
  }

  private static TcpHeader header(End from, End to, int flags) {
    boolean first = (flags & TcpHeader.SYN) != 0;
    int acknowledged = (flags & TcpHeader.ACK) == 0 ? 0 : to.sequence;
    byte[] options = first ? TcpHeader.SYN_OPTIONS : TcpHeader.NO_OPTIONS;
    return new TcpHeader(from.port, to.port, from.sequence, acknowledged, flags, options);
  }

  /** How long until the workstation sees what this end answers. */
  private long answer(End end) {
    return end.route.from() == Network.DESK ? TURNAROUND : delay + random.nextInt(delay / 8 + 1);
  }
}
