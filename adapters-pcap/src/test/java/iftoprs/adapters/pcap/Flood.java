package iftoprs.adapters.pcap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** Sends datagrams of 100 bytes to a port of the loopback device, as fast as it can. */
final class Flood {

  private Flood() {}

  static void send(int port, int datagrams) {
    InetSocketAddress target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    ByteBuffer data = ByteBuffer.allocateDirect(100);
    // Bound, or each datagram would be answered by "port unreachable".
    try (DatagramChannel bound = DatagramChannel.open().bind(target);
        DatagramChannel channel = DatagramChannel.open().connect(bound.getLocalAddress())) {
      for (int i = 0; i < datagrams; i++) {
        channel.write(data.clear());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
