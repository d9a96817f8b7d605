package iftoprs.bootstrap.alert;

import iftoprs.domain.flow.Alert;
import iftoprs.domain.flow.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs a command for each alert, with the alert on its standard input. No shell is involved and no
 * text of a packet becomes an argument.
 *
 * <p>One command runs at a time, at most ten a second begin, each is ended after ten seconds, and
 * at most a hundred alerts wait; more are left out. Whatever goes wrong is said once. The capture
 * never waits: it puts alerts into the queue. The thread of this class has none of the program's
 * privileges, so the command has none.
 */
public final class AlertCommand implements Consumer<Snapshot>, AutoCloseable {

  private static final int MOST_WAITING = 100;
  private static final long PAUSE_MILLIS = 100;
  private static final long FAREWELL_MILLIS = 2_000;

  private final List<String> command;
  private final Function<Alert, byte[]> line;
  private final Consumer<String> complain;
  private final long patienceMillis;
  private final BlockingQueue<Alert> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Set<String> said = new HashSet<>();
  private final Thread runner;
  private volatile boolean closing;
  private long known;

  /**
   * Starts the thread that runs commands.
   *
   * @param command the program and its arguments
   * @param line what the command reads of an alert
   * @param complain tells the user in one line; any thread
   * @param threads makes the thread
   */
  public AlertCommand(
      List<String> command,
      Function<Alert, byte[]> line,
      Consumer<String> complain,
      ThreadFactory threads) {
    this(command, line, complain, threads, 10_000);
  }

  AlertCommand(
      List<String> command,
      Function<Alert, byte[]> line,
      Consumer<String> complain,
      ThreadFactory threads,
      long patienceMillis) {
    this.command = List.copyOf(command);
    this.line = line;
    this.complain = complain;
    this.patienceMillis = patienceMillis;
    this.runner = threads.newThread(this::run);
    runner.start();
  }

  @Override
  public void accept(Snapshot snapshot) {
    for (Alert alert : snapshot.head().alerts().since(known)) {
      if (!waiting.offer(alert)) {
        sayOnce("there are more alerts than it can be run for; some are left out");
      }
    }
    known = snapshot.head().alerts().raised();
  }

  private void run() {
    try {
      while (!closing || !waiting.isEmpty()) {
        Alert next = waiting.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          run(next);
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Alert alert) throws InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      sayOnce("it cannot be started");
      return;
    }
    try {
      feed(process, line.apply(alert));
      if (!process.waitFor(patienceMillis, TimeUnit.MILLISECONDS)) {
        sayOnce("it did not end within " + patienceMillis / 1000 + " s and was stopped");
      } else if (process.exitValue() != 0) {
        sayOnce("it ended with status " + process.exitValue());
      }
    } finally {
      end(process);
    }
  }

  /** A line fits into any pipe, so this never waits for the command. */
  private static void feed(Process process, byte[] text) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(text);
    } catch (IOException closed) {
      // It does not want to know; its status counts.
    }
  }

  private static void end(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private void sayOnce(String what) {
    synchronized (said) {
      if (!said.add(what)) {
        return;
      }
    }
    complain.accept("alert command " + command.getFirst() + ": " + what);
  }

  /** Lets the commands for what waits run, but not for long, and stops one that still runs. */
  @Override
  public void close() {
    closing = true;
    try {
      runner.join(FAREWELL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    runner.interrupt();
  }
}
