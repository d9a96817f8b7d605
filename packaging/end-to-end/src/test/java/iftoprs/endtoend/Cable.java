package iftoprs.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A device of this system, and one in a network namespace of its own at the other end. Needs root
 * and iproute2; names and addresses differ between processes.
 */
final class Cable {

  private static final int LONGEST_PACKET = 9000;

  private final Sandbox sandbox;
  private final long number = ProcessHandle.current().pid() % 50_000;
  private final String space = "iftlns" + number;

  /** The device at the other end. */
  final String far = "iftlf" + number;

  /** The device to capture on. */
  final String near = "iftln" + number;

  /** Its address, of the range for measurements (RFC 2544). */
  final String address = "198.19." + number % 250 + ".1";

  Cable(Sandbox sandbox) throws IOException, InterruptedException {
    this.sandbox = sandbox;
    run(List.of("ip", "netns", "add", space));
    ip("link", "add", near, "type", "veth", "peer", "name", far, "netns", space);
    // No neighbour discovery of IPv6: every frame is one that a test has sent.
    inSpace("sh", "-c", withoutIpv6(far));
    need(sandbox.run("sh", "-c", withoutIpv6(near)));
    ip("link", "set", near, "mtu", "" + LONGEST_PACKET, "up");
    ip("address", "add", address + "/24", "dev", near);
    inSpace("ip", "link", "set", far, "mtu", "" + LONGEST_PACKET, "up");
    inSpace("ip", "address", "add", address.replaceFirst("1$", "2") + "/24", "dev", far);
  }

  private static String withoutIpv6(String device) {
    return "[ ! -d /proc/sys/net/ipv6 ] || echo 1 >/proc/sys/net/ipv6/conf/"
        + device
        + "/disable_ipv6";
  }

  /** Sends the frames of a file from the far end, at their own times or so many a second. */
  void replay(Path file, String... pace) throws IOException, InterruptedException {
    List<String> command = Sandbox.joined(List.of("tcpreplay", "-q", "-i", far), List.of(pace));
    inSpace(Sandbox.joined(command, List.of(file.toString())).toArray(String[]::new));
  }

  /** Runs a command at the far end, which must succeed. */
  void inSpace(String... command) throws IOException, InterruptedException {
    run(commandInSpace(List.of(command)));
  }

  List<String> commandInSpace(List<String> command) {
    return Sandbox.joined(List.of("ip", "netns", "exec", space), command);
  }

  private void ip(String... arguments) throws IOException, InterruptedException {
    run(Sandbox.joined(List.of("ip"), List.of(arguments)));
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    need(sandbox.run(command));
  }

  private static void need(Run run) {
    if (run.status() != 0) {
      throw new AssertionError(run.err());
    }
  }

  /** The bytes that the kernel has counted at the device to capture on. */
  long received() throws IOException {
    Path counter = Path.of("/sys/class/net", near, "statistics/rx_bytes");
    return Long.parseLong(Files.readString(counter).strip());
  }

  void unplug() throws IOException, InterruptedException {
    sandbox.run("ip", "link", "delete", near);
    sandbox.run("ip", "netns", "delete", space);
  }
}
