package iftoprs.adapters.lsof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iftoprs.ports.OpenSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LsofSocketTableTest {

  @TempDir private Path folder;

  @Test
  void a_missing_lsof_is_one_line_that_says_what_to_do() {
    LsofSocketTable table = new LsofSocketTable(folder + "/lsof", Duration.ofSeconds(1));
    assertThatThrownBy(table::openSockets)
        .isInstanceOf(IOException.class)
        .hasMessage("lsof not found; install it, or use -Z to switch process names off");
  }

  @Test
  void status_1_with_output_is_normal() throws IOException {
    String program = script("printf 'p7\\0cnc\\0\\ntIPv4\\0PTCP\\0n*:80\\0\\n'; exit 1");
    List<OpenSocket> sockets = new LsofSocketTable(program, Duration.ofSeconds(5)).openSockets();
    assertThat(Listing.of(sockets)).containsExactly("7 TCP 0.0.0.0:80 (nc)");
  }

  @Test
  void nothing_open_is_an_empty_list() throws IOException {
    String program = script("echo 'lsof: warning' >&2; exit 1");
    assertThat(new LsofSocketTable(program, Duration.ofSeconds(5)).openSockets()).isEmpty();
  }

  @Test
  void an_lsof_that_hangs_is_ended() throws IOException {
    Path child = folder.resolve("child");
    String program = script("sleep 60 & echo $! > " + child + "; wait");
    LsofSocketTable table = new LsofSocketTable(program, Duration.ofSeconds(1));
    assertThatThrownBy(table::openSockets)
        .isInstanceOf(IOException.class)
        .hasMessage("lsof gave no answer in 1 s; use -Z to switch process names off");
    long pid = Long.parseLong(Files.readString(child).strip());
    ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    assertThat(ProcessHandle.of(pid)).isEmpty();
  }

  @Test
  void endless_output_is_cut_off() throws IOException {
    String program = script("yes 'a line that is no socket'");
    assertThat(new LsofSocketTable(program, Duration.ofSeconds(30)).openSockets()).isEmpty();
  }

  private String script(String body) throws IOException {
    Path script = folder.resolve("lsof");
    Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script.toString();
  }
}
