package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command that the README, the help, the man page and the page on alerts offer does its work:
 * typed as it stands there, in a checkout, on a system whose one network is at eth0.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandsIT {

  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^ {2,4}((?:sudo )?iftoprs\\b.*)$");
  private static final Pattern MAN = Pattern.compile("(?m)^\\.B ((?:sudo )?iftoprs .+)$");

  private static final Pattern ENDS =
      Pattern.compile(".*(--report|--count|--(un)?install|head -n|package\\.sh).*");

  private static final String NETWORK =
      "ip link set lo up; ip link add eth0 type veth peer name far; ip link set far up;"
          + " ip link set eth0 up; ip address add 192.168.1.20/24 dev eth0;"
          + " ip route add default via 192.168.1.1";

  @TempDir Path folder;

  private Sandbox sandbox;

  @BeforeEach
  void prepare() throws Exception {
    Needs.linux();
    Needs.root();
    for (String program : List.of("tmux", "unshare", "ip", "tcpreplay", "jq", "dpkg-deb")) {
      Needs.program(program);
    }
    sandbox = new Sandbox(folder);
    try (Stream<Path> files = Files.list(Sandbox.ROOT)) {
      for (Path file : files.toList()) {
        Files.createSymbolicLink(sandbox.file(file.getFileName().toString()), file);
      }
    }
    Files.write(sandbox.file("trace.pcap"), CaptureFile.ofSeconds(5));
    sandbox.run("gzip", "-k", "trace.pcap");
    Path programs = Files.createDirectory(sandbox.file("bin"));
    Files.createSymbolicLink(programs.resolve("iftoprs"), Sandbox.LAUNCHER);
    Path sudo = Files.writeString(programs.resolve("sudo"), "#!/bin/sh\nexec \"$@\"\n");
    Files.setPosixFilePermissions(sudo, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void close() throws Exception {
    sandbox.close();
  }

  static Stream<String> commands() throws Exception {
    Stream<String> readme =
        BLOCK.matcher(text("README.md")).results().flatMap(block -> block.group(1).lines());
    return Stream.of(readme, found(EXAMPLE, help()), found(EXAMPLE, text("docs/alerts.md")), man())
        .flatMap(each -> each)
        .map(line -> line.replaceFirst(" {2,}.*", ""))
        .filter(line -> !line.startsWith("mvn ")) // which is what runs this
        .distinct();
  }

  private static String text(String document) throws IOException {
    return Files.readString(Sandbox.ROOT.resolve(document));
  }

  private static String help() throws IOException {
    Process process = new ProcessBuilder(Sandbox.image("--help")).start();
    return String.join("\n", Sandbox.rest(process));
  }

  private static Stream<String> man() throws IOException {
    return found(MAN, text("docs/iftoprs.1"))
        .map(line -> line.replace("\\-", "-").replace("\\(aq", "'"));
  }

  private static Stream<String> found(Pattern pattern, String text) {
    List<String> lines =
        pattern.matcher(text).results().map((MatchResult line) -> line.group(1)).toList();
    assertThat(lines).isNotEmpty();
    return lines.stream();
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("commands")
  void a_command_does_its_work(String command) throws Exception {
    Pane pane = sandbox.pane("bash", 120, 35);
    pane.command("PATH=" + sandbox.file("bin") + ":$PATH unshare --net bash --norc --noprofile -i");
    pane.command("set -o pipefail; " + NETWORK + "; clear; echo net''work=$?");
    pane.waitFor("network=0");
    String typed =
        command
            .replace(" /usr/local", " " + sandbox.file("usr/local"))
            .replace(" /tmp", " " + sandbox.file(""));
    if (typed.contains("--uninstall")) {
      pane.command(typed.replace("--uninstall", "--install") + "; echo be''fore=$?");
      pane.waitFor("before=0");
    }
    boolean ends = ENDS.matcher(command).matches();
    boolean streams = !ends && command.contains("--json");
    if (streams) {
      pane.command("tcpreplay -q -i far --mbps=40 --loop=0 trace.pcap >/dev/null 2>&1 &");
    }
    pane.command("clear; " + typed + "; echo sta''tus=$?");
    if (streams) {
      pane.waitFor("\"rate_2s\":");
      pane.key("C-c");
      pane.waitForPrompt();
      return;
    }
    if (!ends) {
      pane.waitFor("[Flows]");
      pane.type("q");
    }
    pane.waitFor("status=0");
  }
}
