package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program is installed below a folder, packed, moved, run from there, and taken away again. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InstallIT {

  @TempDir Path folder;

  private Sandbox sandbox;

  @BeforeEach
  void open() {
    sandbox = new Sandbox(folder);
  }

  @AfterEach
  void close() throws Exception {
    sandbox.close();
  }

  private void assertRuns(Path program) throws Exception {
    Files.write(sandbox.file("x.pcap"), CaptureFile.ofSeconds(2));
    Run run = sandbox.run(program.toString(), "-r", "x.pcap", "--report", "csv");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("192.168.1.20");
    Run wrong = sandbox.run(program.toString(), "--nonsense");
    assertThat(wrong.status()).isEqualTo(2);
  }

  private List<String> files(Path below) throws Exception {
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(file -> !Files.isDirectory(file) && !file.startsWith(below.resolve("lib")))
          .map(file -> below.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void it_is_installed_below_a_folder_run_from_there_and_taken_away() throws Exception {
    Path prefix = sandbox.file("an empty root/usr");
    Files.createDirectories(prefix.resolve("bin"));
    Files.createFile(prefix.resolve("bin/other"));
    Files.createDirectories(prefix.resolve("share/man")); // empty, and not ours to take away
    Run installed = sandbox.run(Sandbox.launcher("--install", prefix.toString()));
    assertThat(installed.err()).isEmpty();
    assertThat(installed.status()).isZero();
    assertThat(files(prefix))
        .contains(
            "bin/iftoprs",
            "share/man/man1/iftoprs.1",
            "share/bash-completion/completions/iftoprs",
            "share/zsh/site-functions/_iftoprs",
            "share/fish/vendor_completions.d/iftoprs.fish",
            "share/elvish/lib/iftoprs.elv",
            "share/doc/iftoprs/iftoprs.default.conf",
            "share/doc/iftoprs/LICENSE");
    assertRuns(prefix.resolve("bin/iftoprs"));
    Path moved = sandbox.file("moved");
    Files.move(prefix, moved);
    assertRuns(Files.createSymbolicLink(sandbox.file("link"), moved.resolve("bin/iftoprs")));
    Files.move(moved, prefix);
    assertThat(sandbox.run(Sandbox.launcher("--install", prefix.toString())).status()).isZero();
    assertRuns(prefix.resolve("bin/iftoprs"));
    Run gone = sandbox.run(Sandbox.launcher("--uninstall", prefix.toString()));
    assertThat(gone.err()).isEmpty();
    assertThat(gone.status()).isZero();
    try (Stream<Path> left = Files.walk(prefix)) {
      assertThat(left.map(file -> prefix.relativize(file).toString()))
          .containsExactlyInAnyOrder("", "bin", "bin/other", "share", "share/man");
    }
  }

  @Test
  void a_folder_that_was_made_for_it_goes_with_it_and_nothing_is_built_for_that() throws Exception {
    Path prefix = sandbox.file("opt/iftoprs");
    assertThat(sandbox.run(Sandbox.launcher("--install", prefix.toString())).status()).isZero();
    Path checkout = sandbox.file("checkout");
    Path installer = checkout.resolve("packaging/install/install.sh");
    Files.createDirectories(installer.getParent());
    Files.copy(Sandbox.ROOT.resolve("packaging/install/install.sh"), installer);
    Path launcher = Files.copy(Sandbox.LAUNCHER, checkout.resolve("iftoprs"));
    Run gone = sandbox.run(launcher.toString(), "--uninstall", prefix.toString());
    assertThat(gone.err()).isEmpty();
    assertThat(gone.status()).isZero();
    assertThat(prefix).doesNotExist();
  }

  @Test
  void what_cannot_be_installed_is_said_in_a_line() throws Exception {
    assertRefused(2, "needs a folder", "--install");
    assertRefused(2, "begins with /", "--install", "here");
    assertRefused(2, "nothing else", "--install", "/tmp", "--json");
    assertRefused(1, "nothing of iftoprs is installed", "--uninstall", folder.toString());
    assertRefused(1, "cannot write into /proc/x", "--install", "/proc/x");
    Files.createDirectories(sandbox.file("usr/lib/iftoprs"));
    assertRefused(
        1, "is there already, and not from here", "--install", sandbox.file("usr").toString());
    assertThat(sandbox.file("usr/share")).doesNotExist();
  }

  private void assertRefused(int status, String words, String... arguments) throws Exception {
    Run run = sandbox.run(Sandbox.launcher(arguments));
    assertThat(run.err()).startsWith("iftoprs: ").hasLineCount(1).contains(words);
    assertThat(run.status()).isEqualTo(status);
  }

  @Test
  void packages_are_whole_run_where_they_are_unpacked_and_are_the_same_each_time()
      throws Exception {
    Needs.program("dpkg-deb");
    String script = Sandbox.ROOT.resolve("packaging/install/package.sh").toString();
    Path first = Files.createDirectory(sandbox.file("first"));
    Path second = Files.createDirectory(sandbox.file("second"));
    Run made = sandbox.run("sh", script, first.toString());
    assertThat(made.err()).isEmpty();
    assertThat(made.lines()).hasSize(2);
    assertThat(sandbox.run("sh", script, second.toString()).status()).isZero();
    List<Path> packages = new ArrayList<>();
    for (String line : made.lines()) {
      Path file = Path.of(line);
      packages.add(file);
      assertThat(Files.mismatch(file, second.resolve(file.getFileName()))).isEqualTo(-1);
    }
    assertThat(sandbox.run("tar", "-xzf", packages.getFirst().toString()).err()).isEmpty();
    String name = packages.getFirst().getFileName().toString().replace(".tar.gz", "");
    assertRuns(sandbox.file(name).resolve("bin/iftoprs"));
    assertPackage(packages.getLast());
  }

  /** In a root directory of its own, with the package's control data read by dpkg. */
  private void assertPackage(Path deb) throws Exception {
    Run control = sandbox.run("dpkg-deb", "--field", deb.toString());
    assertThat(control.out())
        .contains("Package: iftoprs\n", "Depends: libc6, libpcap0.8\n", "Installed-Size: ");
    Path root = sandbox.file("root");
    assertThat(sandbox.run("dpkg-deb", "-x", deb.toString(), root.toString()).err()).isEmpty();
    assertThat(files(root.resolve("usr")))
        .contains(
            "bin/iftoprs",
            "share/man/man1/iftoprs.1.gz",
            "share/bash-completion/completions/iftoprs",
            "share/zsh/vendor-completions/_iftoprs",
            "share/fish/vendor_completions.d/iftoprs.fish",
            "share/doc/iftoprs/copyright",
            "share/doc/iftoprs/iftoprs.default.conf");
    assertThat(root.resolve("usr/lib/systemd/system/iftoprs.service"))
        .content()
        .contains("ExecStart=/usr/bin/iftoprs --json");
    assertRuns(root.resolve("usr/bin/iftoprs"));
  }

  @Test
  void an_installed_program_captures_as_anybody_with_one_capability() throws Exception {
    Needs.root();
    Needs.program("setpriv");
    Path prefix = Files.createTempDirectory(Path.of("/var/tmp"), "iftoprs");
    try {
      installForAnybody(prefix);
      ProcessBuilder builder =
          sandbox.builder(
              List.of(
                  "setpriv",
                  "--reuid=65534",
                  "--regid=65534",
                  "--clear-groups",
                  "--inh-caps=+net_raw",
                  "--ambient-caps=+net_raw",
                  "--bounding-set=-all,+net_raw",
                  "--no-new-privs",
                  prefix.resolve("bin/iftoprs").toString(),
                  "-i",
                  "lo",
                  "--json",
                  "--count",
                  "2",
                  "-Z"));
      builder.environment().putAll(Map.of("HOME", "/nonexistent"));
      Run run = sandbox.finish(builder);
      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isZero();
      assertThat(run.lines()).hasSize(2);
    } finally {
      sandbox.run("rm", "-rf", prefix.toString());
    }
  }

  /** Where, other than in a test's own folder, other users may look. */
  private void installForAnybody(Path prefix) throws Exception {
    sandbox.run(Sandbox.launcher("--install", prefix.toString()));
    sandbox.run("chmod", "755", prefix.toString());
  }

  /** With a copy of /etc, which the commands of the document change, in a mount namespace. */
  @Test
  void an_installed_program_may_be_given_the_capability_as_the_document_says() throws Exception {
    Needs.root();
    Needs.program("unshare");
    Needs.program("setcap");
    String document = Files.readString(Sandbox.ROOT.resolve("docs/troubleshooting.md"));
    Matcher row = Pattern.compile("(?m)^\\| `libjli\\.so.*$").matcher(document);
    assertThat(row.find()).isTrue();
    List<String> commands =
        Pattern.compile("`([^`]*sudo [^`]+)`")
            .matcher(row.group())
            .results()
            .map(each -> each.group(1).replace("\\|", "|").replace("sudo ", ""))
            .toList();
    assertThat(commands).hasSize(3);
    Path prefix = Files.createTempDirectory(Path.of("/var/tmp"), "iftoprs");
    try {
      installForAnybody(prefix);
      Run run =
          sandbox.run(
              "unshare",
              "--mount",
              "sh",
              "-c",
              "cp -a /etc etc && mount --bind etc /etc && { "
                  + String.join("; ", commands).replace("/usr/local", prefix.toString())
                  + "; } >log 2>&1; HOME=/ exec setpriv --reuid=65534 --regid=65534 --clear-groups "
                  + prefix.resolve("bin/iftoprs")
                  + " -i lo --json --count 2 -Z");
      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isZero();
      assertThat(run.lines()).hasSize(2);
    } finally {
      sandbox.run("rm", "-rf", prefix.toString());
    }
  }

  @Test
  void the_unit_for_systemd_is_valid_and_hardened() throws Exception {
    Needs.program("systemd-analyze");
    Path prefix = sandbox.file("usr");
    sandbox.run(Sandbox.launcher("--install", prefix.toString()));
    Path unit =
        Files.copy(
            prefix.resolve("share/doc/iftoprs/iftoprs.service"), sandbox.file("iftoprs.service"));
    Run verified = sandbox.run("systemd-analyze", "verify", "--man=no", unit.toString());
    assertThat(verified.err()).doesNotContain("iftoprs.service");
    assertThat(verified.status()).isZero();
    Run judged =
        sandbox.run(
            "systemd-analyze", "security", "--offline=true", "--threshold=25", unit.toString());
    assertThat(judged.status()).as(judged.out()).isZero();
  }
}
