package iftoprs.adapters.tui.clipboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemClipboardTest {

  private static final String DEED = "Copied with it";

  @TempDir Path folder;

  private final List<String> sent = new ArrayList<>();

  private boolean send(String text) {
    sent.add(text);
    return true;
  }

  private CopyTool tool(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return new CopyTool(List.of(file.toString()), DEED);
  }

  @Test
  void a_tool_gets_the_very_text_and_the_terminal_gets_it_too() throws IOException {
    CopyTool tool = tool("copy", "cat > " + folder + "/copied");

    assertThat(new SystemClipboard(List.of(tool), this::send).copy("añb $(id)"))
        .isEqualTo("Copied with it and sent to the terminal");
    assertThat(folder.resolve("copied")).hasContent("añb $(id)");
    assertThat(sent).containsExactly("añb $(id)");
  }

  @Test
  void the_next_tool_is_tried_where_one_fails() throws IOException {
    CopyTool broken = tool("broken", "exit 1");
    CopyTool tool = tool("copy", "cat > " + folder + "/copied");

    assertThat(new SystemClipboard(List.of(broken, tool), text -> false).copy("x")).isEqualTo(DEED);
    assertThat(folder.resolve("copied")).hasContent("x");
  }

  @Test
  void without_a_tool_the_text_was_sent_which_is_less_than_copied() throws IOException {
    assertThat(new SystemClipboard(List.of(), this::send).copy("x"))
        .isEqualTo("Sent to the terminal's clipboard (OSC 52)");
  }

  @Test
  void a_tool_that_fails_is_named_with_what_it_says() throws IOException {
    CopyTool broken = tool("broken", "echo \"Can't open display: :9\" >&2; exit 1");

    assertThat(new SystemClipboard(List.of(broken), this::send).copy("x"))
        .isEqualTo(
            broken.name()
                + " failed (Can't open display: :9),"
                + " sent to the terminal's clipboard (OSC 52)");
    assertThatThrownBy(() -> new SystemClipboard(List.of(broken), text -> false).copy("x"))
        .isInstanceOf(IOException.class)
        .hasMessage(broken.name() + " failed (Can't open display: :9)");
  }

  @Test
  void a_tool_that_hangs_is_given_up() throws IOException {
    CopyTool hanging = tool("hanging", "exec sleep 60");

    assertThatThrownBy(() -> new SystemClipboard(List.of(hanging), text -> false).copy("x"))
        .hasMessage(hanging.name() + " does not end");
  }

  @Test
  void a_copy_that_stays_behind_to_serve_is_not_waited_for() throws IOException {
    CopyTool forking = tool("forking", "cat > /dev/null; sleep 60 & echo $! > " + folder + "/pid");

    assertThat(new SystemClipboard(List.of(forking), text -> false).copy("x")).isEqualTo(DEED);
    long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    assertThat(ProcessHandle.of(pid).orElseThrow().destroy()).isTrue();
  }

  @Test
  void a_text_that_nothing_takes_is_not_copied() {
    assertThatThrownBy(() -> new SystemClipboard(List.of(), text -> false).copy("x"))
        .hasMessage("too long for the terminal's clipboard");
  }

  @Test
  void the_tools_are_those_that_the_session_has() throws IOException {
    for (String name : List.of("tmux", "wl-copy", "xclip", "pbcopy")) {
      tool(name, "");
    }
    String path = folder.toString();

    assertThat(names(Map.of("PATH", path), "Linux")).isEmpty();
    assertThat(names(Map.of("PATH", path), "Mac OS X")).containsExactly("pbcopy");
    assertThat(names(Map.of("PATH", path, "DISPLAY", ":0"), "Linux")).containsExactly("xclip");
    assertThat(
            names(
                Map.of("PATH", path, "DISPLAY", ":0", "WAYLAND_DISPLAY", "w", "TMUX", "/t,1,0"),
                "Linux"))
        .containsExactly("tmux", "tmux", "wl-copy", "xclip");
    assertThat(names(Map.of("PATH", "/nonexistent", "DISPLAY", ":0"), "Linux")).isEmpty();
  }

  private static List<String> names(Map<String, String> environment, String system) {
    return SystemClipboard.toolsFor(environment, system).stream().map(CopyTool::name).toList();
  }
}
