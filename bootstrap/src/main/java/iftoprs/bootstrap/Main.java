package iftoprs.bootstrap;

import iftoprs.bootstrap.completion.Shells;
import iftoprs.bootstrap.log.LogFileException;
import iftoprs.bootstrap.privilege.PrivilegeException;
import iftoprs.bootstrap.privilege.Privileges;
import iftoprs.ports.CaptureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import picocli.CommandLine.ParameterException;

/** The entry of the program: from a command line to an exit code. */
public final class Main {

  /** Not put together when it is needed: then there may be no room for that. */
  private static final String OUT_OF_MEMORY =
      "iftoprs: out of memory; lower --max-flows, or let it take more: JDK_JAVA_OPTIONS=-Xmx2g";

  /** Set to anything, it shows the stack trace of an internal error. */
  private static final String DEBUG = "IFTOPRS_DEBUG";

  private final Shell shell;
  private final boolean ownsProcess;

  /** A run inside a process of somebody else, whose privileges it leaves alone. */
  Main(Shell shell) {
    this(shell, false);
  }

  private Main(Shell shell, boolean ownsProcess) {
    this.shell = shell;
    this.ownsProcess = ownsProcess;
  }

  /**
   * Runs the program and ends the process.
   *
   * @param arguments command line without the program's name
   */
  public static void main(String[] arguments) {
    Main main = new Main(Shell.ofProcess(), true);
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> main.internalError(error));
    ExitCode code = main.run(arguments);
    if (code != ExitCode.OK) {
      System.exit(code.status());
    }
    // Otherwise the process ends here: all other threads are daemons. System.exit would first look
    // for a logger, with 3 ms of CPU.
  }

  /** Does what a command line asks for. */
  ExitCode run(String... arguments) {
    try {
      return dispatch(arguments);
    } catch (CaptureException e) {
      if (e.reason() == CaptureException.Reason.BAD_FILTER) {
        shell.complainInLines(e.getMessage());
      } else {
        shell.complain(e.getMessage());
      }
      return ExitCode.FAILURE;
    } catch (PrivilegeException | LogFileException e) {
      shell.complain(e.getMessage());
      return ExitCode.FAILURE;
    } catch (IOException e) {
      return refused(e);
    } catch (UncheckedIOException e) {
      return refused(e.getCause());
    } catch (RuntimeException | Error e) {
      internalError(e);
      return ExitCode.FAILURE;
    }
  }

  private ExitCode dispatch(String... arguments)
      throws CaptureException, IOException, PrivilegeException, LogFileException {
    Flags flags;
    try {
      flags = new Flags(FlagTable.parse(arguments));
    } catch (ParameterException e) {
      return wrongUsage(UsageError.describe(e));
    }
    if (flags.help) {
      shell.print(HelpText.of(FlagTable.commandLine(), shell.colours() && !flags.noColours));
      return ExitCode.OK;
    }
    if (flags.version) {
      shell.print(Version.ofThisBuild() + "\n");
      return ExitCode.OK;
    }
    if (flags.completions.isPresent()) {
      Shells shellOfUser = flags.completions.orElseThrow();
      shell.print(shellOfUser.script(FlagTable.commandLine().getCommandSpec()));
      return ExitCode.OK;
    }
    Optional<String> contradiction = flags.contradiction();
    if (contradiction.isPresent()) {
      return wrongUsage(contradiction.get());
    }
    Privileges privileges =
        Privileges.of(flags.keepPrivileges || !ownsProcess, flags.user, shell.environment());
    return new Wiring(flags, shell, privileges).run();
  }

  private ExitCode wrongUsage(String message) {
    shell.complain(message);
    return ExitCode.USAGE;
  }

  /** A reader that has seen enough ({@code | head}) closes the pipe: that is no failure. */
  private ExitCode refused(IOException error) {
    if ("Broken pipe".equals(error.getMessage()) || shell.writesIntoPipe()) {
      return ExitCode.OK;
    }
    shell.complain("cannot write: " + error.getMessage());
    return ExitCode.FAILURE;
  }

  private void internalError(Throwable error) {
    if (error instanceof OutOfMemoryError) {
      shell.err().println(OUT_OF_MEMORY);
      return;
    }
    boolean debug = !shell.variable(DEBUG).isEmpty();
    shell.complain(
        "internal error: "
            + error
            + (debug ? "" : "; " + DEBUG + "=1 shows where, please report it"));
    if (debug) {
      error.printStackTrace(shell.err());
    }
  }
}
