package iftoprs.adapters.pcap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Two devices joined by a cable: one here, the other in a network namespace of its own. Needs root
 * and iproute2; names and addresses differ between processes.
 */
final class VethPair implements AutoCloseable {

  /** Bytes on the wire around the data of a datagram: Ethernet, IPv4, UDP. */
  static final int HEADERS = 14 + 20 + 8;

  private static final int COMMAND_SECONDS = 20;

  private final long process = ProcessHandle.current().pid() % 50_000;
  private final String space = "iftns" + process;

  /** The device on this side. */
  final String here = "ifth" + process;

  private final String there = "iftt" + process;

  /** First three bytes of the addresses: of the range for measurements, RFC 2544. */
  private final String net = "198.18." + process % 250 + ".";

  VethPair() {
    close(); // what an earlier process of this number may have left
    needs("ip", "netns", "add", space);
    plug();
  }

  /** Whether this process may make such things. */
  static boolean possible() {
    String space = "iftns" + ProcessHandle.current().pid() % 50_000;
    boolean possible = run("ip", "netns", "add", space);
    run("ip", "netns", "delete", space);
    return possible;
  }

  /** Makes the pair and brings it up. */
  void plug() {
    ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", space);
    ip("address", "add", address(1) + "/24", "dev", here);
    ip("link", "set", here, "up");
    ip("-n", space, "address", "add", address(2) + "/24", "dev", there);
    ip("-n", space, "link", "set", there, "up");
  }

  void unplug() {
    ip("link", "delete", here);
  }

  /** Sets the far end up or down: this one has a carrier or not. */
  void carrier(boolean up) {
    ip("-n", space, "link", "set", there, up ? "up" : "down");
  }

  /** 1 is this end's, 2 the other's, the rest are free. */
  String address(int last) {
    return net + last;
  }

  /** Sends datagrams to the other end, evenly over the time. */
  void send(int port, int datagrams, int bytes, long overNanos) {
    ByteBuffer data = ByteBuffer.allocateDirect(bytes);
    InetSocketAddress target = new InetSocketAddress(address(2), port);
    try (DatagramChannel channel = DatagramChannel.open()) {
      long start = System.nanoTime();
      for (int i = 0; i < datagrams; i++) {
        long due = start + overNanos * i / datagrams;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        channel.send(data.clear(), target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has the other end send datagrams of one byte to this one. */
  void receive(int port, int datagrams) {
    String script =
        "for ((i = 0; i < %d; i++)); do printf x > /dev/udp/%s/%d; done"
            .formatted(datagrams, address(1), port);
    needs("ip", "netns", "exec", space, "bash", "-c", script);
  }

  /** Runs {@code ip}, which must succeed. */
  static void ip(String... arguments) {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(arguments));
    needs(command.toArray(String[]::new));
  }

  private static void needs(String... command) {
    if (!run(command)) {
      throw new IllegalStateException(String.join(" ", command));
    }
  }

  private static boolean run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    run("ip", "link", "delete", here);
    run("ip", "netns", "delete", space);
  }
}
