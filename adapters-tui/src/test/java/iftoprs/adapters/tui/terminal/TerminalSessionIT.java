package iftoprs.adapters.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import iftoprs.domain.screen.BuiltInThemes;
import iftoprs.ports.Preferences;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link TerminalDemo} in a real terminal. */
class TerminalSessionIT {

  private static final String DRAWN = "IFTOPRS │ Neon Sprawl";
  private static final String NO_MODES = "0 0 1 1";
  private static final String MODES =
      "#{mouse_any_flag} #{alternate_on} #{cursor_flag} #{wrap_flag}";

  private TmuxTerminal tmux;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    boolean required = "true".equals(System.getenv("CI"));
    assumeTrue(required || TmuxTerminal.isInstalled(), "tmux is not installed");
    tmux = new TmuxTerminal(110, 30);
  }

  @AfterEach
  void close() throws IOException, InterruptedException {
    if (tmux != null) {
      tmux.kill();
    }
  }

  @Test
  void screen_is_drawn_and_everything_is_restored_at_the_end() throws Exception {
    start();
    assertThat(tmux.ask(MODES)).isEqualTo("1 1 0 0");
    assertThat(tmux.screen()).doesNotContain("printed while");
    tmux.type("q");
    assertRestored();
    assertThat(tmux.screen()).contains("printed while the screen was up");
  }

  @Test
  void termination_restores_the_terminal() throws Exception {
    start();
    end("TERM");
    assertRestored();
  }

  @Test
  void hang_up_restores_the_terminal() throws Exception {
    start();
    end("HUP");
    assertRestored();
  }

  @Test
  void stack_trace_appears_after_the_screen_is_gone() throws Exception {
    start();
    tmux.type("x");
    tmux.waitFor("planted failure");
    assertRestored();
    assertThat(tmux.screen()).contains("TerminalDemo.lambda$fail");
  }

  @Test
  void suspended_program_gives_the_terminal_to_the_shell_and_comes_back() throws Exception {
    start();
    tmux.type("z");
    tmux.waitFor("Stopped");
    assertThat(tmux.ask(MODES)).isEqualTo(NO_MODES);
    tmux.command("clear; fg");
    tmux.waitFor("Resize[columns=110, rows=30]");
    assertThat(tmux.screen()).contains(DRAWN);
    assertThat(tmux.ask(MODES)).isEqualTo("1 1 0 0");
    tmux.type("q");
    assertRestored();
  }

  @Test
  void stop_from_outside_is_like_a_suspension() throws Exception {
    start();
    end("TSTP");
    tmux.waitFor("Stopped");
    assertThat(tmux.ask(MODES)).isEqualTo(NO_MODES);
    tmux.command("clear; fg");
    tmux.waitFor(DRAWN);
    tmux.type("q");
    assertRestored();
  }

  @Test
  void new_size_is_told_and_drawn() throws Exception {
    start();
    tmux.resize(90, 25);
    tmux.waitFor("Resize[columns=90, rows=25]");
    tmux.waitFor("90x25");
  }

  @Test
  void mouse_escape_and_paste_arrive() throws Exception {
    start();
    tmux.type("\033[<2;100;7M");
    tmux.waitFor("Mouse[action=PRESS, button=RIGHT, x=99, y=6");
    tmux.type("\033");
    tmux.waitFor("type=Escape");
    tmux.type("\033[200~two words\033[201~");
    tmux.waitFor("Paste[text=two words]");
  }

  @Test
  void terminal_that_cannot_move_its_cursor_is_refused() throws Exception {
    tmux.command("TERM=dumb " + program());
    tmux.waitFor("no terminal here (TERM=dumb); use --json or --report");
    tmux.command("clear; env -u TERM " + program());
    tmux.waitFor("no terminal here (TERM is not set); use --json or --report");
    tmux.command("clear; setsid -w " + program() + " </dev/null");
    tmux.waitFor("no terminal here (no tty); use --json or --report");
  }

  private void start() throws Exception {
    tmux.command(program());
    tmux.waitFor(DRAWN);
  }

  /** Sends a signal to the program, which is the one process of its own group. */
  private void end(String signal) throws Exception {
    String shell = tmux.ask("#{pane_pid}");
    Process kill = new ProcessBuilder("pkill", "-" + signal, "-P", shell, "java").start();
    assertThat(kill.waitFor()).as("a program to send the signal to").isZero();
  }

  private void assertRestored() throws Exception {
    tmux.waitUntil(TerminalSessionIT::isShell, "the shell");
    assertThat(tmux.ask(MODES)).isEqualTo(NO_MODES);
    tmux.command("stty -a | tr ' ' '\\n' | grep -x -e '-*icanon;*' -e '-*echo;*'");
    tmux.waitUntil(
        screen ->
            screen.lines().map(String::strip).anyMatch("icanon"::equals)
                && screen.lines().map(String::strip).anyMatch("echo"::equals),
        "a cooked terminal");
  }

  private static boolean isShell(String screen) {
    return !screen.contains(DRAWN) && screen.strip().lines().toList().getLast().equals("ready>");
  }

  private static String program() {
    Path target = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("target");
    Stream<Path> own = Stream.of(target.resolve("classes"), target.resolve("test-classes"));
    Stream<Path> others =
        Stream.of(ANSITerminal.class, BuiltInThemes.class, Preferences.class)
            .map(TerminalSessionIT::home);
    return "%s -XX:TieredStopAtLevel=1 -cp %s %s NeonSprawl"
        .formatted(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            Stream.concat(own, others).map(Path::toString).collect(Collectors.joining(":")),
            TerminalDemo.class.getName());
  }

  /** The archive or the directory that a class comes from. */
  private static Path home(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
