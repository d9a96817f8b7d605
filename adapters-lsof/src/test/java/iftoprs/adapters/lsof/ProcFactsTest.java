package iftoprs.adapters.lsof;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.Executable;
import iftoprs.ports.ProcessFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcFactsTest {

  @TempDir private Path folder;

  private Path process;

  @BeforeEach
  void create() throws IOException {
    process = Files.createDirectories(folder.resolve("42"));
    Files.writeString(folder.resolve("passwd"), "root:x:0:0::/:/bin/sh\nwww:x:33:33::/:/bin/sh\n");
  }

  private ProcessFacts facts() {
    return new ProcFacts(new UserNames(folder.resolve("passwd"))).of(process);
  }

  @Test
  void arguments_are_one_line_and_the_effective_user_has_a_name() throws IOException {
    Files.writeString(process.resolve("cmdline"), "nginx\0-g\0daemon off;\0");
    Files.writeString(process.resolve("status"), "Name:\tnginx\nUid:\t0\t33\t33\t33\n");
    assertThat(facts().commandLine()).isEqualTo("nginx -g daemon off;");
    assertThat(facts().user()).isEqualTo("www");
  }

  @Test
  void a_user_without_name_is_a_number() throws IOException {
    Files.writeString(process.resolve("status"), "Uid:\t1\t5000\t1\t1\n");
    assertThat(facts().user()).isEqualTo("5000");
  }

  @Test
  void a_long_command_line_is_cut() throws IOException {
    Files.writeString(process.resolve("cmdline"), "x".repeat(3000));
    assertThat(facts().commandLine()).hasSize(ProcessFacts.MAX_COMMAND_LINE);
  }

  @Test
  void a_process_of_which_nothing_can_be_read_has_no_facts() {
    assertThat(facts()).isEqualTo(ProcessFacts.UNKNOWN);
  }

  @Test
  void an_executable_is_here_when_its_path_leads_to_it() throws IOException {
    Path program = Files.createFile(folder.resolve("program"));
    Files.createSymbolicLink(process.resolve("exe"), program);
    assertThat(facts().executable().path()).isEqualTo(program.toString());
    assertThat(facts().executable().place()).isEqualTo(Executable.Place.HERE);
    assertThat(facts().executable().identity()).isNotEmpty();
  }

  @Test
  void an_executable_that_was_removed_says_so() throws IOException {
    Files.createSymbolicLink(process.resolve("exe"), folder.resolve("program (deleted)"));
    assertThat(facts().executable().path()).isEqualTo(folder.resolve("program").toString());
    assertThat(facts().executable().place()).isEqualTo(Executable.Place.DELETED);
  }

  @Test
  void a_file_may_really_be_called_so() throws IOException {
    Path program = Files.createFile(folder.resolve("program (deleted)"));
    Files.createSymbolicLink(process.resolve("exe"), program);
    assertThat(facts().executable().path()).isEqualTo(program.toString());
    assertThat(facts().executable().place()).isEqualTo(Executable.Place.HERE);
  }

  @Test
  void a_path_that_leads_nowhere_here_is_another_trees() throws IOException {
    Files.createSymbolicLink(process.resolve("exe"), Path.of("/no/such/nginx"));
    assertThat(facts().executable().place()).isEqualTo(Executable.Place.ELSEWHERE);
  }
}
