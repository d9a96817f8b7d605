package iftoprs.adapters.tui.clipboard;

import iftoprs.ports.Clipboard;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Every clipboard within reach: the buffer of tmux or that of the desktop, and in any case that of
 * the terminal (OSC 52), which is the only one that works from a distance.
 *
 * <p>Whether a terminal obeys is not known: it answers nothing. So a text that only the terminal
 * was given counts as sent, not as copied.
 */
public final class SystemClipboard implements Clipboard {

  private static final String SENT = "to the terminal's clipboard (OSC 52)";

  private final List<CopyTool> tools;
  private final Predicate<String> terminal;

  /**
   * A clipboard of this session.
   *
   * @param environment variables that tell of tmux and of the desktop
   * @param terminal sends a text to the terminal; false if it is too long for that
   */
  public SystemClipboard(Map<String, String> environment, Predicate<String> terminal) {
    this(toolsFor(environment, System.getProperty("os.name")), terminal);
  }

  SystemClipboard(List<CopyTool> tools, Predicate<String> terminal) {
    this.tools = List.copyOf(tools);
    this.terminal = terminal;
  }

  /** The tools that may work here, the best one first. */
  static List<CopyTool> toolsFor(Map<String, String> environment, String system) {
    List<CopyTool> tools = new ArrayList<>();
    if (isSet(environment, "TMUX")) {
      // -w has tmux pass it on to the terminal outside; tmux before 3.2 does not know it.
      tools.add(new CopyTool(List.of("tmux", "load-buffer", "-w", "-"), "Copied to tmux"));
      tools.add(new CopyTool(List.of("tmux", "load-buffer", "-"), "Copied to tmux"));
    }
    if (isSet(environment, "WAYLAND_DISPLAY")) {
      tools.add(new CopyTool(List.of("wl-copy"), "Copied with wl-copy"));
    }
    if (isSet(environment, "DISPLAY")) {
      tools.add(
          new CopyTool(List.of("xclip", "-selection", "clipboard", "-in"), "Copied with xclip"));
    }
    if (system.startsWith("Mac")) {
      tools.add(new CopyTool(List.of("pbcopy"), "Copied with pbcopy"));
    }
    return tools.stream().filter(tool -> isInstalled(environment, tool.name())).toList();
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }

  private static boolean isInstalled(Map<String, String> environment, String program) {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      if (!folder.isEmpty() && new File(folder, program).canExecute()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String copy(String text) throws IOException {
    boolean sent = terminal.test(text);
    String failure = "";
    for (CopyTool tool : tools) {
      try {
        tool.copy(text);
        return tool.deed() + (sent ? " and sent to the terminal" : "");
      } catch (IOException e) {
        failure = e.getMessage();
      }
    }
    if (!sent) {
      throw new IOException(failure.isEmpty() ? "too long for the terminal's clipboard" : failure);
    }
    return failure.isEmpty() ? "Sent " + SENT : failure + ", sent " + SENT;
  }
}
