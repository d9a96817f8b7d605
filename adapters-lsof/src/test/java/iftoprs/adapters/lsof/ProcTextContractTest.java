package iftoprs.adapters.lsof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iftoprs.ports.OpenSocket;
import iftoprs.ports.SocketTable;
import iftoprs.ports.contract.SocketTableContract;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;

/** Where the kernel cannot be asked by netlink. */
class ProcTextContractTest extends SocketTableContract {

  @BeforeAll
  static void needs_linux() {
    boolean linux = System.getProperty("os.name").equals("Linux");
    assumeTrue(linux || "true".equals(System.getenv("CI")), "only Linux has /proc/net");
  }

  @Override
  protected SocketTable table(List<OpenSocket> open) {
    return new ProcSocketTable(
        Path.of("/proc"), ByteOrder.nativeOrder(), System::nanoTime, SocketDump.NONE);
  }
}
