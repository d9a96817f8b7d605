package iftoprs.adapters.lsof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketTablesTest {

  @TempDir private Path proc;

  @Test
  void a_system_with_proc_net_needs_no_lsof() throws IOException {
    Files.createDirectory(proc.resolve("net"));
    Files.createFile(proc.resolve("net/tcp"));
    assertThat(SocketTables.in(proc)).isInstanceOf(ProcSocketTable.class);
  }

  @Test
  void a_system_without_it_asks_lsof() {
    assertThat(SocketTables.in(proc)).isInstanceOf(LsofSocketTable.class);
  }
}
