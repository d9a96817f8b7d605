package iftoprs.adapters.tui.clipboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tools themselves, each with a clipboard of its own. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SystemClipboardIT {

  private static final String TEXT = "192.168.1.20:1 <=> b:https TCP 'x' $(id) ⇒";

  @Test
  void tmux_has_it_in_a_buffer() throws Exception {
    needs("tmux");
    String socket = "iftoprs-" + UUID.randomUUID();
    output("tmux", "-L", socket, "-f", "/dev/null", "new-session", "-d", "sleep 60");
    try {
      List<String> load = List.of("tmux", "-L", socket, "load-buffer", "-w", "-");

      assertThat(copied(new CopyTool(load, "Copied to tmux"))).isEqualTo("Copied to tmux");
      assertThat(output("tmux", "-L", socket, "show-buffer")).isEqualTo(TEXT);
    } finally {
      output("tmux", "-L", socket, "kill-server");
    }
  }

  @Test
  void a_tmux_that_is_gone_is_said() throws Exception {
    needs("tmux");
    CopyTool gone =
        new CopyTool(
            List.of("tmux", "-L", "iftoprs-" + UUID.randomUUID(), "load-buffer", "-"), "Copied");

    assertThat(new SystemClipboard(List.of(gone), text -> true).copy(TEXT))
        .startsWith("tmux failed (")
        .endsWith("), sent to the terminal's clipboard (OSC 52)");
  }

  @Test
  void x_has_it_in_the_clipboard() throws Exception {
    needs("xclip");
    needs("Xvfb");
    Process x = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "64x64x24").start();
    try {
      String display = ":" + x.inputReader().readLine();
      String at = "xclip -display " + display + " -selection clipboard";

      assertThat(copied(tool(at + " -in"))).isEqualTo("Copied with xclip");
      assertThat(output((at + " -out").split(" "))).isEqualTo(TEXT);
    } finally {
      x.destroy();
      x.waitFor(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void an_x_that_cannot_be_reached_is_said() throws Exception {
    needs("xclip");

    assertThat(
            new SystemClipboard(
                    List.of(tool("xclip -display :987 -selection clipboard -in")), text -> true)
                .copy(TEXT))
        .startsWith("xclip failed (Error: Can't open display: :987), sent to the terminal");
  }

  private static CopyTool tool(String command) {
    return new CopyTool(List.of(command.split(" ")), "Copied with xclip");
  }

  private static String copied(CopyTool tool) throws IOException {
    return new SystemClipboard(List.of(tool), text -> false).copy(TEXT);
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  private static void needs(String program) {
    boolean installed = false;
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      installed |= new File(folder, program).canExecute();
    }
    assumeTrue(installed || "true".equals(System.getenv("CI")), program + " is not installed");
  }
}
