package iftoprs.adapters.dns;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** A real DNS server on the loopback address, with no zones but those of a test. */
final class Dnsmasq implements AutoCloseable {

  private static final int TRIES = 200;

  private final Process server;
  private final InetSocketAddress address;

  private Dnsmasq(Process server, InetSocketAddress address) {
    this.server = server;
    this.address = address;
  }

  /** Starts it with options of its own and waits until it answers; skips the test without it. */
  static Dnsmasq start(String... options) throws IOException {
    Optional<Path> program = program();
    if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("dnsmasq is not installed");
    }
    assumeTrue(program.isPresent(), "dnsmasq is not installed");
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    int port;
    try (DatagramSocket free = new DatagramSocket(0, loopback)) {
      port = free.getLocalPort();
    }
    List<String> command = new ArrayList<>(List.of(program.get().toString()));
    command.addAll(
        List.of("--keep-in-foreground", "--conf-file=/dev/null", "--no-resolv", "--no-hosts"));
    command.addAll(List.of("--listen-address=127.0.0.1", "--bind-interfaces", "--port=" + port));
    command.addAll(List.of("--pid-file=", "--user=" + System.getProperty("user.name")));
    command.addAll(List.of(options));
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    Dnsmasq dnsmasq = new Dnsmasq(started, new InetSocketAddress(loopback, port));
    dnsmasq.awaitAnswer();
    return dnsmasq;
  }

  private static Optional<Path> program() {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(folder -> Path.of(folder, "dnsmasq"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private void awaitAnswer() throws IOException {
    SimpleResolver asking = new SimpleResolver(address);
    asking.setTimeout(Duration.ofMillis(100));
    Name nobody = Name.fromConstantString("ready.test.");
    IOException last = new IOException("it was never asked");
    for (int i = 0; i < TRIES && server.isAlive(); i++) {
      try {
        asking.send(Message.newQuery(Record.newRecord(nobody, Type.A, 1)));
        return;
      } catch (IOException e) {
        last = e;
      }
    }
    close();
    throw last;
  }

  InetSocketAddress address() {
    return address;
  }

  @Override
  public void close() {
    server.destroyForcibly();
  }
}
