package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Completions, in the shells that they are for. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CompletionsIT {

  private static final String OWN_THEME =
      "[custom_themes.\"My Sea\"]\nc1 = 1\nc2 = 2\nc3 = 3\nc4 = 4\nc5 = 5\nc6 = 6\n";

  @TempDir Path folder;

  private Sandbox sandbox;

  /** A command of the program's name, a theme of the user's own, and files to be named. */
  @BeforeEach
  void open() throws Exception {
    sandbox = new Sandbox(folder);
    Path programs = Files.createDirectory(sandbox.file("bin"));
    Files.createSymbolicLink(programs.resolve("iftoprs"), Sandbox.LAUNCHER);
    Files.writeString(sandbox.file(".iftoprs.conf"), OWN_THEME);
    Files.createFile(sandbox.file("first trace.pcap"));
    Files.createDirectory(sandbox.file("files"));
  }

  @AfterEach
  void close() throws Exception {
    sandbox.close();
  }

  private Path script(String shell) throws Exception {
    Run run = sandbox.run(Sandbox.launcher("--completions", shell));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return Files.writeString(sandbox.file("completions." + shell), run.out());
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @ValueSource(strings = {"bash", "elvish", "fish", "powershell", "zsh"})
  void every_option_is_in_every_script(String shell) throws Exception {
    String script = Files.readString(script(shell));
    OptionsIT.rows()
        .forEach(
            row -> assertThat(script).containsPattern("\\b" + row.option().substring(2) + "\\b"));
  }

  private List<String> inBash(String words) throws Exception {
    Needs.program("bash");
    String[] typed = words.split(" ", -1);
    String command =
        "PATH=$PWD/bin:$PATH; . ./completions.bash; COMP_WORDS=(iftoprs \"$@\"); COMP_CWORD=$#;"
            + " _iftoprs iftoprs; printf '%s\\n' \"${COMPREPLY[@]}\"";
    script("bash");
    Run run = sandbox.run(Sandbox.joined(List.of("bash", "-uc", command, "bash"), List.of(typed)));
    assertThat(run.err()).isEmpty();
    return run.lines().stream().filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void bash_completes_options_devices_themes_files_and_words() throws Exception {
    assertThat(inBash("--no-"))
        .containsExactlyInAnyOrder(
            "--no-dns", "--no-port-names", "--no-processes", "--no-bars", "--no-color");
    assertThat(inBash("-i l")).contains("lo");
    assertThat(inBash("-nBi l")).contains("lo");
    assertThat(inBash("--interface = l")).contains("lo");
    assertThat(inBash("--theme Acid")).containsExactly("AcidRain");
    assertThat(inBash("--theme My")).containsExactly("My\\ Sea");
    assertThat(inBash("--theme =")).contains("NeonSprawl");
    assertThat(inBash("-r fi")).containsExactlyInAnyOrder("first trace.pcap", "files");
    assertThat(inBash("-c fi")).contains("files");
    assertThat(inBash("--report ")).containsExactly("text", "json", "csv");
    assertThat(inBash("--report c")).containsExactly("csv");
    assertThat(inBash("--user roo")).contains("root");
    assertThat(inBash("--count ")).isEmpty();
    String command =
        ". ./completions.bash; COMP_WORDS=('~/bin/iftoprs' --theme Acid); COMP_CWORD=2;"
            + " _iftoprs '~/bin/iftoprs'; echo \"${COMPREPLY[@]}\"";
    assertThat(sandbox.run("bash", "-uc", command).out()).isEqualTo("AcidRain\n");
  }

  private List<String> inFish(String line) throws Exception {
    Needs.program("fish");
    script("fish");
    Run run =
        sandbox.run(
            "fish",
            "--no-config",
            "-c",
            "set -x PATH $PWD/bin $PATH; source completions.fish; complete -C $argv[1]",
            line);
    assertThat(run.err()).isEmpty();
    return run.lines().stream().map(each -> each.replaceAll("\t.*", "")).toList();
  }

  @Test
  void fish_completes_options_devices_themes_files_and_words() throws Exception {
    assertThat(inFish("iftoprs --no-p")).containsExactly("--no-port-names", "--no-processes");
    assertThat(inFish("iftoprs -i ")).contains("lo");
    assertThat(inFish("iftoprs --interface=l")).contains("--interface=lo");
    String script = "source completions.fish; complete -C '~/bin/iftoprs --theme Acid'";
    assertThat(sandbox.run("fish", "--no-config", "-c", script).out()).startsWith("AcidRain\t");
    assertThat(inFish("iftoprs --theme Acid")).containsExactly("AcidRain");
    assertThat(inFish("iftoprs --theme My")).containsExactly("My Sea");
    assertThat(inFish("iftoprs -r fi")).contains("files/", "first trace.pcap");
    assertThat(inFish("iftoprs --completions ")).contains("elvish", "zsh");
    assertThat(inFish("iftoprs --count ")).isEmpty();
  }

  /** Types into a shell and presses Tab; the line becomes what is expected. */
  private void assertCompleted(Pane pane, String typed, String expected) throws Exception {
    pane.key("C-u");
    pane.type(typed);
    pane.key("Tab");
    pane.waitFor(expected);
    pane.key("C-u");
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @CsvSource({
    "iftoprs --promi, iftoprs --promiscuous",
    "iftoprs --theme Acid, iftoprs --theme AcidRain",
    "iftoprs --theme=Acid, iftoprs --theme=AcidRain",
    "~/bin/iftoprs --theme=Acid, ~/bin/iftoprs --theme=AcidRain",
    "iftoprs --theme My, iftoprs --theme My\\ Sea",
    "iftoprs -nr first, iftoprs -nr first\\ trace.pcap",
    "iftoprs --report c, iftoprs --report csv",
    "iftoprs --user roo, iftoprs --user root"
  })
  void zsh_completes(String typed, String expected) throws Exception {
    Needs.program("tmux");
    Needs.program("zsh");
    script("zsh");
    Pane pane = sandbox.pane("bash", 100, 20);
    pane.command("PATH=$PWD/bin:$PATH PS1='zsh> ' zsh -f -i");
    pane.waitFor("zsh> ");
    pane.command("autoload -U compinit; compinit -u -D; source completions.zsh; clear");
    pane.command("echo be''gin");
    pane.waitFor("begin");
    assertCompleted(pane, typed, expected);
    pane.command("exit");
  }

  @Test
  void zsh_lists_devices() throws Exception {
    Needs.program("tmux");
    Needs.program("zsh");
    script("zsh");
    Pane pane = sandbox.pane("bash", 100, 20);
    pane.command("PATH=$PWD/bin:$PATH PS1='zsh> ' zsh -f -i");
    pane.waitFor("zsh> ");
    pane.command(
        "fpath=($PWD/functions $fpath); mkdir functions; cp completions.zsh"
            + " functions/_iftoprs; autoload -U compinit; compinit -u -D; clear; echo be''gin");
    pane.waitFor("begin");
    pane.type("iftoprs -i ");
    pane.key("Tab");
    pane.key("Tab");
    pane.waitUntil(
        "a list", lines -> lines.stream().anyMatch(line -> line.matches(".*\\blo\\b.*")));
    pane.key("C-u");
    pane.command("exit");
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "iftoprs --promi, iftoprs --promiscuous",
        "iftoprs --theme Acid, iftoprs --theme AcidRain",
        "iftoprs --theme My, iftoprs --theme 'My Sea'",
        "iftoprs --report c, iftoprs --report csv",
        "iftoprs --theme=My, iftoprs '--theme=My Sea'",
        "iftoprs --read=first, iftoprs '--read=first trace.pcap'",
        "iftoprs -nr first, iftoprs -nr 'first trace.pcap'"
      })
  void elvish_completes(String typed, String expected) throws Exception {
    Needs.program("tmux");
    Needs.program("elvish");
    script("elvish");
    Pane pane = sandbox.pane("bash", 100, 20);
    pane.command("PATH=$PWD/bin:$PATH elvish -norc");
    pane.waitUntil("its prompt", lines -> lines.stream().anyMatch(line -> line.matches("~[>#].*")));
    pane.command("eval (slurp < completions.elvish); clear");
    pane.command("echo be''gin");
    pane.waitFor("begin");
    pane.type(typed);
    pane.key("Tab");
    pane.waitFor(expected);
    pane.key("C-c");
    pane.command("exit");
  }

  /** There is no PowerShell here: quotes and brackets are what can be wrong in what is written. */
  @Test
  void the_script_for_powershell_has_its_quotes_and_brackets_in_pairs() throws Exception {
    Deque<Character> open = new ArrayDeque<>();
    char quote = 0;
    boolean comment = false;
    for (char c : Files.readString(script("powershell")).toCharArray()) {
      if (c == '\n') {
        assertThat((int) quote).as("a quote over the end of a line").isZero();
        comment = false;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (comment || c == '#') {
        comment = true;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if ("({[".indexOf(c) >= 0) {
        open.push(")}]".charAt("({[".indexOf(c)));
      } else if (")}]".indexOf(c) >= 0) {
        assertThat(open.pop()).isEqualTo(c);
      }
    }
    assertThat(open).isEmpty();
  }
}
