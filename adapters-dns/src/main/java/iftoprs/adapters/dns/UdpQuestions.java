package iftoprs.adapters.dns;

import iftoprs.ports.Endpoint;
import iftoprs.ports.IpAddress;
import iftoprs.ports.OwnSockets;
import iftoprs.ports.Transport;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Sends questions over UDP and tells from which ports, so that they are known for our own.
 *
 * <p>Each has a socket and a port of its own, which the system picks at random: whoever wants to
 * slip in an answer must guess it (RFC 5452, 9.2). dnsjava's own client does the same, but tells no
 * port. Any thread; a question holds up the one that asks it.
 */
final class UdpQuestions implements OwnSockets {

  private final Deque<Connection> opened = new ArrayDeque<>();
  private volatile boolean allowed = true;

  /** Whether anything may be asked; also counts for what a resolver asks again by itself. */
  void allow(boolean on) {
    allowed = on;
  }

  /**
   * Refuses while nothing may be asked.
   *
   * @throws IOException if so
   */
  void check() throws IOException {
    if (!allowed) {
      throw new IOException("questions are switched off");
    }
  }

  /**
   * Asks and waits for what comes back.
   *
   * @param remote the server
   * @param question as it is sent
   * @param longest bytes that an answer may have; of a longer one so many are given
   * @param timeout how long to wait
   * @return the first datagram that comes from there, whatever it is
   * @throws IOException if none comes in time, there is no server, or nothing may be asked
   */
  byte[] ask(InetSocketAddress remote, byte[] question, int longest, Duration timeout)
      throws IOException {
    check();
    // Without an address yet; connected to the server, so that only its answers get through.
    SocketAddress anywhere = new InetSocketAddress(0);
    try (DatagramSocket socket = new DatagramSocket(anywhere)) {
      socket.connect(remote);
      tell(socket, remote);
      socket.setSoTimeout(Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE));
      socket.send(new DatagramPacket(question, question.length));
      DatagramPacket answer = new DatagramPacket(new byte[longest], longest);
      socket.receive(answer);
      return Arrays.copyOf(answer.getData(), answer.getLength());
    } catch (SocketTimeoutException e) {
      throw new SocketTimeoutException("no answer from " + remote + " in time");
    }
  }

  private void tell(DatagramSocket socket, InetSocketAddress remote) {
    Endpoint near =
        new Endpoint(IpAddress.of(socket.getLocalAddress().getAddress()), socket.getLocalPort());
    Endpoint far = new Endpoint(IpAddress.of(remote.getAddress().getAddress()), remote.getPort());
    synchronized (opened) {
      if (opened.size() == MAX_KEPT) {
        opened.removeFirst();
      }
      opened.addLast(new Connection(Transport.UDP, near, far));
    }
  }

  @Override
  public List<Connection> takeOpened() {
    synchronized (opened) {
      List<Connection> taken = List.copyOf(opened);
      opened.clear();
      return taken;
    }
  }
}
