package iftoprs.adapters.packages;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A program of this system. Reads at most 64 KiB and waits at most so long; then it is killed.
 *
 * <p>Only the system's own folders are searched: this may run as root, and {@code PATH} may be
 * anybody's.
 */
final class Command implements Tool {

  private static final List<String> FOLDERS = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");
  private static final int MAX_OUTPUT = 64 << 10;

  private final String program;
  private final Duration patience;

  Command(String program, Duration patience) {
    this.program = program;
    this.patience = patience;
  }

  /** The program of this name, if the system has it. */
  static Optional<String> find(String name) {
    return FOLDERS.stream()
        .map(folder -> folder + "/" + name)
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst();
  }

  @Override
  public Output run(List<String> arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(program), arguments.stream()).toList())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      String text = read(process);
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(program + " does not end");
      }
      return new Output(process.exitValue(), text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private String read(Process process) throws IOException, InterruptedException {
    CompletableFuture<byte[]> output = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> complete(output, process));
    try {
      return new String(
          output.get(patience.toMillis(), TimeUnit.MILLISECONDS), StandardCharsets.UTF_8);
    } catch (TimeoutException e) {
      throw new IOException(program + " gives no answer", e);
    } catch (ExecutionException e) {
      throw new IOException(program + " cannot be read", e);
    }
  }

  private static void complete(CompletableFuture<byte[]> output, Process process) {
    try (InputStream in = process.getInputStream()) {
      output.complete(in.readNBytes(MAX_OUTPUT));
    } catch (IOException e) {
      output.completeExceptionally(e);
    }
  }
}
