package iftoprs.adapters.dns;

import iftoprs.ports.Endpoint;
import iftoprs.ports.IpAddress;
import iftoprs.ports.OwnSockets;
import iftoprs.ports.Transport;
import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends questions to servers and tells from which ports, so that they are known for our own.
 *
 * <p>Each has a socket and a port of its own, which the system picks at random: whoever wants to
 * slip in an answer must guess it (RFC 5452, 9.2). dnsjava's own clients do the same, but tell no
 * port. Any thread; a question holds up the one that asks it.
 */
final class Questions implements OwnSockets {

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
  private void check() throws IOException {
    if (!allowed) {
      throw new IOException("questions are switched off");
    }
  }

  /**
   * Asks over UDP and waits for what comes back.
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
      tell(Transport.UDP, socket.getLocalAddress(), socket.getLocalPort(), remote);
      socket.setSoTimeout(Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE));
      socket.send(new DatagramPacket(question, question.length));
      DatagramPacket answer = new DatagramPacket(new byte[longest], longest);
      socket.receive(answer);
      return Arrays.copyOf(answer.getData(), answer.getLength());
    } catch (SocketTimeoutException e) {
      throw new SocketTimeoutException("no answer from " + remote + " in time");
    }
  }

  /**
   * Asks over TCP, where a message has its length before it (RFC 1035, 4.2.2).
   *
   * @param remote the server
   * @param question as it is sent
   * @param timeout how long to wait in all
   * @return the first message that comes back, whatever it is
   * @throws IOException if none comes in time, there is no server, or nothing may be asked
   */
  byte[] askOverTcp(InetSocketAddress remote, byte[] question, Duration timeout)
      throws IOException {
    check();
    long end = System.nanoTime() + timeout.toNanos();
    try (Socket socket = new Socket()) {
      socket.connect(remote, millisUntil(end));
      tell(Transport.TCP, socket.getLocalAddress(), socket.getLocalPort(), remote);
      byte[] message =
          ByteBuffer.allocate(Short.BYTES + question.length)
              .putShort((short) question.length)
              .put(question)
              .array();
      socket.getOutputStream().write(message);
      byte[] length = read(socket, Short.BYTES, end);
      return read(socket, Short.toUnsignedInt(ByteBuffer.wrap(length).getShort()), end);
    }
  }

  /** Reads so many bytes, however slowly they drip in, but not beyond the end of time. */
  private static byte[] read(Socket socket, int size, long end) throws IOException {
    byte[] bytes = new byte[size];
    int read = 0;
    while (read < size) {
      socket.setSoTimeout(millisUntil(end));
      int more = socket.getInputStream().read(bytes, read, size - read);
      if (more < 0) {
        throw new EOFException("the server has closed the connection");
      }
      read += more;
    }
    return bytes;
  }

  private static int millisUntil(long end) throws SocketTimeoutException {
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  private void tell(Transport transport, InetAddress local, int port, InetSocketAddress remote) {
    Endpoint near = new Endpoint(IpAddress.of(local.getAddress()), port);
    Endpoint far = new Endpoint(IpAddress.of(remote.getAddress().getAddress()), remote.getPort());
    synchronized (opened) {
      if (opened.size() == MAX_KEPT) {
        opened.removeFirst();
      }
      opened.addLast(new Connection(transport, near, far));
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
