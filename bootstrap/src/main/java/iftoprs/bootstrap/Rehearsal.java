package iftoprs.bootstrap;

import iftoprs.adapters.toml.TomlSettingsStore;
import iftoprs.bootstrap.privilege.Privileges;
import iftoprs.ports.Preferences;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Runs the main jobs one after the other in one process, so that one AOT cache knows the classes
 * and the hot methods of them all. Started by {@code packaging/image/train.sh}, not by users.
 */
final class Rehearsal {

  /** A report of the demo decodes 148 thousand frames in three minutes of capture time. */
  private static final int REPORTS = 8;

  /** Of two seconds of capturing; enough for each step of the read path to be seen. */
  private static final int DATAGRAMS = 400;

  private static final int DISCARD = 9;

  private Rehearsal() {}

  /**
   * Writes reports of the demo to nowhere, captures for a while, then does what a command line asks
   * for.
   *
   * @param arguments the file of settings, and a command line without the program's name
   */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    startProcess();
    String settings = arguments[0];
    saveSettings(Path.of(settings));
    Shell silent = new Shell(OutputStream.nullOutputStream(), System.err, System.getenv(), false);
    new Main(silent).run("--version");
    for (int report = 0; report < REPORTS; report++) {
      new Main(silent).run("--demo", "--report", "json");
    }
    captureOnLoopback(silent, settings);
    Privileges.rehearse();
    List<String> words = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
    words.addAll(List.of("-c", settings));
    Main.main(words.toArray(String[]::new));
  }

  /** Before anybody has logged, because the runtime then loads classes of its own to log it. */
  private static void startProcess() throws InterruptedException, IOException {
    new ProcessBuilder("/bin/sh", "-c", ":").start().waitFor();
  }

  /** One choice, in a file of its own. */
  private static void saveSettings(Path settings) throws IOException {
    Path copy = Files.createTempFile("iftoprs", ".conf");
    try {
      Files.copy(settings, copy, StandardCopyOption.REPLACE_EXISTING);
      TomlSettingsStore store = new TomlSettingsStore(copy);
      store.load();
      store.save(new Preferences(Map.of("use_bytes", new Preferences.Flag(true))));
    } finally {
      Files.delete(copy);
    }
  }

  /**
   * A stream with owners and names, then the screen, a second each, of datagrams to ourselves.
   * Without the right to capture, or a terminal, each ends with a line of why, and the cache knows
   * the classes of the way there.
   */
  private static void captureOnLoopback(Shell silent, String settings) throws InterruptedException {
    String device = System.getProperty("os.name").startsWith("Linux") ? "lo" : "lo0";
    Thread talking = new Thread(Rehearsal::talkToOurselves, "talking");
    talking.start();
    for (String form : List.of("--json", "-n")) {
      new Main(silent)
          .run("-i", device, form, "--duration", "1", "--keep-privileges", "-c", settings);
    }
    talking.join();
  }

  private static void talkToOurselves() {
    try (DatagramSocket socket = new DatagramSocket()) {
      InetAddress here = InetAddress.getLoopbackAddress();
      for (int i = 0; i < DATAGRAMS; i++) {
        socket.send(new DatagramPacket(new byte[100], 100, here, DISCARD));
        Thread.sleep(10);
      }
    } catch (IOException unreachable) {
      System.err.println(unreachable.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
