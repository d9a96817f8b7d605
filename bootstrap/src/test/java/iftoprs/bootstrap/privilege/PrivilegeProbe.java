package iftoprs.bootstrap.privilege;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;

/** A process of its own that gives its privileges up and tells what it can still do. */
final class PrivilegeProbe {

  private static final Path SECRET = Path.of("/etc/shadow");

  private PrivilegeProbe() {}

  /** Prints a line for each question; the variables of sudo are in the environment. */
  public static void main(String[] arguments) throws Exception {
    Privileges privileges = Privileges.of(false, Optional.empty(), System.getenv());
    System.out.println("before " + read());
    ThreadPoolExecutor capture = one(privileges, "capture", Capability.NET_RAW);
    ThreadPoolExecutor scanner =
        one(privileges, "scanner", Capability.SYS_PTRACE, Capability.DAC_READ_SEARCH);
    privileges.release();
    System.out.println("main " + read());
    System.out.println("capture " + capture.submit(PrivilegeProbe::read).get());
    System.out.println("scanner " + scanner.submit(PrivilegeProbe::read).get());
    try (ExecutorService later =
        Executors.newSingleThreadExecutor(privileges.threads("later", Capability.NET_RAW))) {
      System.out.println("later " + later.submit(PrivilegeProbe::permitted).get());
    }
    System.out.println("child of main " + child());
    System.out.println("child of capture " + capture.submit(PrivilegeProbe::child).get());
    System.out.println("child of scanner " + scanner.submit(PrivilegeProbe::child).get());
    capture.shutdown();
    scanner.shutdown();
  }

  private static ThreadPoolExecutor one(
      Privileges privileges, String name, Capability... capabilities) {
    ThreadPoolExecutor pool =
        (ThreadPoolExecutor)
            Executors.newFixedThreadPool(1, privileges.threads(name, capabilities));
    pool.prestartAllCoreThreads();
    return pool;
  }

  private static String read() {
    try {
      return Files.readAllBytes(SECRET).length > 0 ? "reads" : "is empty";
    } catch (IOException e) {
      return e.getClass().getSimpleName();
    }
  }

  private static String permitted() throws IOException {
    return Long.toHexString(ThreadStatus.own().permitted());
  }

  /** What a program may do that is started here. */
  private static String child() throws IOException {
    Process cat = new ProcessBuilder("cat", "/proc/self/status").start();
    ThreadStatus status = ThreadStatus.parse(new String(cat.getInputStream().readAllBytes()));
    return Integer.toUnsignedString(status.user()) + " " + Long.toHexString(status.permitted());
  }

  /** Variables as sudo sets them. */
  static Map<String, String> sudo(String user) {
    return Map.of("SUDO_UID", user, "SUDO_GID", user, "SUDO_USER", "nobody");
  }
}
