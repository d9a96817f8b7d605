package iftoprs.bootstrap;

import iftoprs.bootstrap.privilege.Capability;
import iftoprs.bootstrap.privilege.Privileges;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads for what could block, one for each kind of work, with what each may do. */
final class Pools {

  private static final int PATIENCE_SECONDS = 2;

  private Pools() {}

  /** Writes files; its own thread, so that a slow scan of sockets never delays them. */
  static ThreadPoolExecutor background(Privileges privileges) {
    return (ThreadPoolExecutor) Executors.newFixedThreadPool(1, privileges.threads("background"));
  }

  /** Looks for the owners of sockets, and may therefore look into others' processes. */
  static ThreadPoolExecutor scanner(Privileges privileges) {
    return (ThreadPoolExecutor)
        Executors.newFixedThreadPool(
            1, privileges.threads("scanner", Capability.SYS_PTRACE, Capability.DAC_READ_SEARCH));
  }

  /** Lets settings be written, but waits for no task that hangs. */
  static void finish(ExecutorService pool) {
    pool.shutdown();
    try {
      if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
