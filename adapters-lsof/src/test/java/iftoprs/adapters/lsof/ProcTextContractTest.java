package iftoprs.adapters.lsof;

import iftoprs.ports.OpenSocket;
import iftoprs.ports.SocketTable;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/** Where the kernel cannot be asked by netlink. */
class ProcTextContractTest extends ProcSocketTableContractTest {

  @Override
  protected SocketTable table(List<OpenSocket> open) {
    return new ProcSocketTable(
        Path.of("/proc"), ByteOrder.nativeOrder(), System::nanoTime, SocketDump.NONE);
  }
}
