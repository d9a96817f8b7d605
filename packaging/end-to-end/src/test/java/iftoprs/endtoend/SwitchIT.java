package iftoprs.endtoend;

import static iftoprs.endtoend.ThreadPrivileges.NET_RAW;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another device is captured on while the screen is up. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SwitchIT {

  private static final int MOST_DEVICES = 60;

  @TempDir Path folder;

  private Sandbox sandbox;
  private Pane pane;

  @BeforeEach
  void open() throws Exception {
    Needs.program("tmux");
    sandbox = new Sandbox(folder);
    pane = sandbox.pane("bash", 120, 35);
  }

  @AfterEach
  void close() throws Exception {
    sandbox.close();
  }

  @Test
  void a_replay_says_why_there_is_no_device_to_choose() throws Exception {
    pane.command("'" + Sandbox.LAUNCHER + "' --demo");
    pane.waitFor(" => ");
    pane.type("i");
    pane.waitFor("The demo has no devices; start without --demo to choose one");
  }

  @Test
  void a_user_goes_to_another_device_and_back_without_being_root_any_more() throws Exception {
    Needs.linux();
    Needs.root();
    Needs.program("ip");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    Cable cable = new Cable(sandbox);
    try {
      Path settings = sandbox.file("settings.toml");
      List<String> sudo = List.of("env", "SUDO_UID=65534", "SUDO_GID=65534", "SUDO_USER=nobody");
      List<String> command =
          Sandbox.joined(sudo, Sandbox.image("-i", "lo", "-n", "-c", settings.toString()));
      pane.command("clear; '" + String.join("' '", command) + "'; echo \"status=$?\"");
      pane.waitFor("│ lo │");
      List<ThreadPrivileges> threads =
          ThreadPrivileges.await(
              pane.program().pid(), all -> all.size() > 1 && ThreadPrivileges.areAll(all, "65534"));
      assertThat(threads).anyMatch(it -> it.name().equals("capture") && it.permitted() == NET_RAW);

      choose(cable.near);
      pane.waitFor("Capturing on " + cable.near + " from now on");
      String message = "echo x > /dev/udp/" + cable.address + "/9";
      cable.inSpace("bash", "-c", message);
      pane.waitUntil(
          "the flow on the other device",
          lines -> lines.stream().anyMatch(line -> line.contains(cable.address + ":")));
      awaitSaved(settings, "\ninterface = \"" + cable.near + "\"");

      choose("lo");
      pane.waitFor("Capturing on lo from now on");
      pane.waitUntil(
          "the flows of the first device alone",
          lines -> lines.stream().noneMatch(line -> line.contains(cable.address + ":")));
      pane.type("q");
      pane.waitFor("status=0");
    } finally {
      cable.unplug();
    }
  }

  /** Choices are saved in the background. */
  private static void awaitSaved(Path settings, String text) throws Exception {
    Eventually.see(text, () -> Files.readString(settings), saved -> saved.contains(text));
  }

  /** Goes down the list to a device, and takes it. */
  private void choose(String device) throws Exception {
    pane.type("i");
    pane.waitFor("Enter captures there");
    for (int step = 0; step < MOST_DEVICES && !isUnderCursor(device); step++) {
      String before = String.join("\n", pane.lines());
      pane.type("j");
      pane.waitUntil("the next device", lines -> !String.join("\n", lines).equals(before));
    }
    assertThat(isUnderCursor(device)).as(device).isTrue();
    pane.key("Enter");
  }

  private boolean isUnderCursor(String device) throws Exception {
    return pane.lines().stream()
        .anyMatch(line -> line.contains("▸ " + device + " ") || line.contains("▸ " + device + "…"));
  }
}
