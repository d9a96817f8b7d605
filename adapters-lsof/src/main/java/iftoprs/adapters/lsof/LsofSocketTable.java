package iftoprs.adapters.lsof;

import iftoprs.ports.OpenSocket;
import iftoprs.ports.SocketTable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Lists open sockets by running {@code lsof}.
 *
 * <p>Reads at most 16 MiB of output and waits at most 5 s; what is over is cut off. What it does
 * not tell of processes comes from {@link LsofHolders}. Nor does it tell which sockets are closed
 * to IPv4, raw ones, and those of other network namespaces.
 */
public final class LsofSocketTable implements SocketTable {

  /** The system's places before the search path: the program may run as root. */
  private static final List<String> USUAL_PLACES =
      List.of("/usr/bin/lsof", "/usr/sbin/lsof", "/bin/lsof", "/sbin/lsof", "/usr/local/bin/lsof");

  /** No names, no service names, whole commands; fields for programs, ended by NUL. */
  private static final List<String> ARGUMENTS = List.of("-i", "-n", "-P", "+c", "0", "-F0pcPtn");

  private static final int MAX_OUTPUT = 16 << 20;

  private final List<String> command;
  private final Duration timeOut;
  private final LsofHolders holders = new LsofHolders(Path.of("/proc"));

  /** Runs the {@code lsof} of this system. */
  public LsofSocketTable() {
    this(program(), Duration.ofSeconds(5));
  }

  LsofSocketTable(String program, Duration timeOut) {
    this.command = Stream.concat(Stream.of(program), ARGUMENTS.stream()).toList();
    this.timeOut = timeOut;
  }

  private static String program() {
    return USUAL_PLACES.stream()
        .filter(place -> Files.isExecutable(Path.of(place)))
        .findFirst()
        .orElse("lsof");
  }

  @Override
  public List<OpenSocket> openSockets() throws IOException {
    Process lsof = start();
    try {
      byte[] output = read(lsof);
      // Status 1 only says that some process could not be looked into, or that nothing is open.
      return holders.complete(LsofOutput.parse(LsofOutput.lines(output)));
    } finally {
      kill(lsof);
    }
  }

  /** Of other users' processes lsof tells the superuser alone. */
  @Override
  public boolean listsEverySocket() {
    return ProcessHandle.current().info().user().filter("root"::equals).isPresent();
  }

  /** What lsof takes is known only as time that passes: it is a process of its own. */
  @Override
  public Optional<Clocks> clocks() {
    return Optional.of(new Clocks(System.nanoTime(), OptionalLong.empty()));
  }

  private Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    // The locale decides which bytes of a name lsof escapes.
    builder.environment().put("LC_ALL", "C");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IOException("lsof not found; install it, or use -Z to switch process names off", e);
    }
  }

  private byte[] read(Process lsof) throws IOException {
    CompletableFuture<byte[]> output = new CompletableFuture<>();
    // Not on this thread: a child of a killed lsof can keep the pipe open.
    Thread.ofVirtual()
        .start(
            () -> {
              try (InputStream in = lsof.getInputStream()) {
                output.complete(in.readNBytes(MAX_OUTPUT));
              } catch (IOException e) {
                output.completeExceptionally(e);
              }
            });
    try {
      return output.get(timeOut.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException(
          "lsof gave no answer in "
              + timeOut.toSeconds()
              + " s; use -Z to switch process names off",
          e);
    } catch (ExecutionException e) {
      throw new IOException("lsof cannot be read: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("lsof was interrupted", e);
    }
  }

  private static void kill(Process lsof) {
    if (lsof.isAlive()) {
      lsof.descendants().forEach(ProcessHandle::destroyForcibly);
      lsof.destroyForcibly();
    }
  }
}
