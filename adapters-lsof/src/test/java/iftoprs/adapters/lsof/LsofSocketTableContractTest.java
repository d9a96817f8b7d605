package iftoprs.adapters.lsof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iftoprs.ports.OpenSocket;
import iftoprs.ports.SocketTable;
import iftoprs.ports.contract.SocketTableContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;

class LsofSocketTableContractTest extends SocketTableContract {

  @BeforeAll
  static void needs_lsof() {
    boolean present =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "lsof")));
    assumeTrue(present || "true".equals(System.getenv("CI")), "lsof is not installed");
  }

  @Override
  protected SocketTable table(List<OpenSocket> open) {
    return new LsofSocketTable();
  }
}
