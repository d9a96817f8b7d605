package iftoprs.endtoend;

import iftoprs.ports.contract.Interruptible;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Starts processes and terminals as a user with an empty home would, waits for them with a bound,
 * and leaves none behind.
 */
final class Sandbox {

  /** The checkout. */
  static final Path ROOT = Path.of(System.getProperty("iftoprs.root"));

  static final Path LAUNCHER = ROOT.resolve("iftoprs");
  static final Path JAVA = ROOT.resolve("packaging/image/target/image/bin/java");

  private static final List<String> WITHOUT_CAPABILITIES =
      List.of("setpriv", "--inh-caps=-all", "--bounding-set=-all");

  private static final List<String> AS_NOBODY =
      List.of("--reuid=65534", "--regid=65534", "--clear-groups");

  private static final long PATIENCE_SECONDS = 60;

  /** Variables that change what is tested. */
  private static final Set<String> UNWANTED =
      Set.of(
          "SUDO_USER",
          "SUDO_UID",
          "IFTOPRS_DEBUG",
          "NO_COLOR",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "_JAVA_OPTIONS");

  private final Path home;
  private final List<Process> started = new ArrayList<>();
  private final List<Pane> panes = new ArrayList<>();

  Sandbox(Path home) {
    this.home = home;
  }

  /** A command line for the program without its launcher. */
  static List<String> image(String... arguments) {
    return joined(List.of(JAVA.toString(), "-m", "bootstrap"), List.of(arguments));
  }

  static List<String> launcher(String... arguments) {
    return joined(List.of(LAUNCHER.toString()), List.of(arguments));
  }

  /** The same in a session without a terminal, whatever the tests run in. */
  static List<String> withoutTerminal(List<String> command) {
    return joined(List.of("setsid", "-w"), command);
  }

  /** The same without privilege: as nobody where that user can read the image. */
  List<String> withoutPrivilege(List<String> command) throws IOException, InterruptedException {
    if (!Needs.isRoot()) {
      return command;
    }
    List<String> asNobody = joined(WITHOUT_CAPABILITIES, AS_NOBODY);
    boolean readable = run(joined(asNobody, image("--version"))).status() == 0;
    return joined(readable ? asNobody : WITHOUT_CAPABILITIES, command);
  }

  static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  /** An absolute path inside the home. */
  Path file(String name) {
    return home.resolve(name);
  }

  /** Runs the program to its end. */
  Run image(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = builder(image(arguments));
    builder.environment().putAll(environment);
    return finish(builder);
  }

  Run run(String... command) throws IOException, InterruptedException {
    return run(List.of(command));
  }

  Run run(List<String> command) throws IOException, InterruptedException {
    return finish(builder(command));
  }

  /** A terminal of a size with an interactive shell such as {@code bash} in it. */
  Pane pane(String shell, int columns, int rows) throws IOException, InterruptedException {
    Pane pane = new Pane(this, columns, rows);
    panes.add(pane);
    pane.open(shell);
    return pane;
  }

  /** A process with pipes that the test holds; its errors are the test's. */
  Process start(List<String> command) throws IOException {
    return remember(builder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** A prepared process with pipes that the test holds. */
  Process start(ProcessBuilder prepared) throws IOException {
    return remember(prepared.start());
  }

  /** A command in this home, not started yet. */
  ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(Interruptible.command(command)).directory(home.toFile());
    builder.environment().keySet().removeAll(UNWANTED);
    builder.environment().put("HOME", home.toString());
    return builder;
  }

  /** Runs a prepared command to its end, with nothing to read. */
  Run finish(ProcessBuilder builder) throws IOException, InterruptedException {
    File out = Files.createTempFile(home, "out", "").toFile();
    File err = Files.createTempFile(home, "err", "").toFile();
    Process process =
        remember(
            builder
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out)
                .redirectError(err)
                .start());
    int status = waitFor(process);
    return new Run(status, Files.readString(out.toPath()), Files.readString(err.toPath()));
  }

  /** The exit status of a process that is about to end. */
  static int waitFor(Process process) throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("still runs: " + process.info().commandLine().orElse("a process"));
    }
    return process.exitValue();
  }

  /** What is left to read of a process. */
  static List<String> rest(Process process) throws IOException {
    BufferedReader reader = process.inputReader();
    return reader.lines().toList();
  }

  static void signal(String name, long pid) throws IOException, InterruptedException {
    int status = new ProcessBuilder("kill", "-" + name, "" + pid).inheritIO().start().waitFor();
    if (status != 0) {
      throw new AssertionError("no process " + pid + " to send " + name + " to");
    }
  }

  /** Ends whatever still runs. */
  void close() throws IOException, InterruptedException {
    for (Pane pane : panes) {
      pane.close();
    }
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process remember(Process process) {
    started.add(process);
    return process;
  }
}
