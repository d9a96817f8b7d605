package iftoprs.adapters.tui.clipboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that takes a text on its standard input. No shell is involved.
 *
 * @param command the program and its arguments
 * @param deed what it has done when it succeeds, for the user
 */
record CopyTool(List<String> command, String deed) {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int MOST_SAID = 200;

  CopyTool {
    command = List.copyOf(command);
  }

  String name() {
    return command.getFirst();
  }

  /**
   * Hands the text over and waits until the program ends; a copy of it may stay behind to serve
   * those who paste.
   *
   * @throws IOException if it cannot be started, fails or does not end; with what it said
   */
  void copy(String text) throws IOException {
    Process process = start();
    try {
      try (OutputStream in = process.getOutputStream()) {
        in.write(text.getBytes(StandardCharsets.UTF_8));
      } catch (IOException refused) {
        // It ended without reading; its status tells why.
      }
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(name() + " does not end");
      }
      if (process.exitValue() != 0) {
        throw new IOException(name() + " failed" + said(process));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(name() + " was interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start() throws IOException {
    try {
      return new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new IOException(name() + " cannot be started", e);
    }
  }

  /** The first line of what it complained about; never waits, for a copy may hold the pipe open. */
  private static String said(Process process) throws IOException {
    InputStream errors = process.getErrorStream();
    byte[] bytes = errors.readNBytes(Math.min(errors.available(), MOST_SAID));
    String line = new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    return line.isBlank() ? "" : " (" + line.strip() + ")";
  }
}
