package iftoprs.adapters.lsof;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.Endpoint;
import iftoprs.ports.Executable;
import iftoprs.ports.IpAddress;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.ProcessFacts;
import iftoprs.ports.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LsofHoldersTest {

  private static final int SELF = (int) ProcessHandle.current().pid();

  @TempDir private Path proc;

  @Test
  void a_name_that_lsof_cuts_is_whole_where_there_is_proc() throws IOException {
    process(7, "a-program-of-a-", "/bin/a-program-of-a-long-name\0-x\0");
    OpenSocket socket = completed(7, "a-program-of-a-");
    assertThat(socket.process()).isEqualTo("a-program-of-a-long-name");
    assertThat(socket.facts().commandLine()).isEqualTo("/bin/a-program-of-a-long-name -x");
  }

  @Test
  void a_process_that_has_become_another_keeps_the_name_that_lsof_saw() throws IOException {
    process(7, "cat", "cat\0secret\0");
    OpenSocket socket = completed(7, "curl");
    assertThat(socket.process()).isEqualTo("curl");
    assertThat(socket.facts()).isEqualTo(ProcessFacts.UNKNOWN);
  }

  @Test
  void a_process_is_asked_about_once_while_it_is_listed() throws IOException {
    LsofHolders holders = new LsofHolders(proc);
    process(7, "curl", "curl\0one\0");
    holders.complete(List.of(socket(7, "curl")));
    process(7, "curl", "curl\0two\0");
    assertThat(commandLine(holders)).isEqualTo("curl one");
    holders.complete(List.of());
    assertThat(commandLine(holders)).isEqualTo("curl two");
  }

  @Test
  void without_proc_the_runtime_tells() {
    OpenSocket socket = completed(SELF, "java");
    ProcessHandle.Info self = ProcessHandle.current().info();
    assertThat(socket.process()).isEqualTo("java");
    assertThat(socket.facts().user()).isEqualTo(self.user().orElseThrow());
    assertThat(socket.facts().commandLine()).isNotEmpty();
    assertThat(self.commandLine().orElseThrow()).startsWith(socket.facts().commandLine());
    Executable executable = socket.facts().executable();
    assertThat(executable.path()).isEqualTo(self.command().orElseThrow());
    assertThat(executable.place()).isEqualTo(Executable.Place.HERE);
    assertThat(executable.identity()).isNotEmpty();
  }

  @Test
  void nothing_is_known_of_a_process_that_is_gone() {
    assertThat(completed(Integer.MAX_VALUE, "gone").facts()).isEqualTo(ProcessFacts.UNKNOWN);
  }

  private OpenSocket completed(int pid, String told) {
    return new LsofHolders(proc).complete(List.of(socket(pid, told))).getFirst();
  }

  private static String commandLine(LsofHolders holders) {
    return holders.complete(List.of(socket(7, "curl"))).getFirst().facts().commandLine();
  }

  private static OpenSocket socket(int pid, String told) {
    Endpoint local = new Endpoint(IpAddress.ipv4(0), 80);
    return new OpenSocket(Transport.TCP, local, Optional.empty(), pid, told);
  }

  private void process(int pid, String comm, String arguments) throws IOException {
    Path folder = Files.createDirectories(proc.resolve(Integer.toString(pid)));
    Files.writeString(folder.resolve("comm"), comm + "\n");
    Files.writeString(folder.resolve("cmdline"), arguments);
  }
}
