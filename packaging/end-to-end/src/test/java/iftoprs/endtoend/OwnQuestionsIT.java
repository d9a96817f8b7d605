package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the packaged program asks a name server about the hosts that it sees is traffic of the
 * captured device, too, and its own: it must say so, although each question is over in
 * milliseconds.
 *
 * <p>The server, dnsmasq, is in a network namespace at the other end of a cable, and answers at
 * once.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OwnQuestionsIT {

  private static final int FIRST_HOST = 10;
  private static final int HOSTS = 30;
  private static final int DISCARD = 9;
  private static final int DOMAIN = 53;

  /** Lines to wait for until all names are known; one comes each second. */
  private static final int MOST_LINES = 30;

  private final JsonMapper json = new JsonMapper();

  @TempDir Path folder;

  private Sandbox sandbox;
  private Cable cable;

  @BeforeEach
  void open() throws Exception {
    Needs.root();
    Needs.linux();
    Needs.program("ip");
    Needs.program("unshare");
    Needs.program("dnsmasq");
    sandbox = new Sandbox(folder);
    cable = new Cable(sandbox);
  }

  @AfterEach
  void close() throws Exception {
    if (sandbox != null) {
      sandbox.close();
    }
    if (cable != null) {
      cable.unplug();
    }
  }

  @Test
  void questions_to_a_name_server_are_the_programs_own() throws Exception {
    serveNames();
    Process program = watch();
    String name = Files.readString(Path.of("/proc", "" + program.pid(), "comm")).strip();
    talkToAllHosts();
    awaitNames(program);
    Map<Integer, JsonNode> questions = questions(program);
    // Each goes out from a port of its own, and this end was asked about as well.
    assertThat(questions).hasSizeGreaterThan(HOSTS);
    assertThat(questions.values())
        .allSatisfy(
            question -> {
              assertThat(question.has("pid")).as(question.toString()).isTrue();
              assertThat(question.get("pid").asLong()).isEqualTo(program.pid());
              assertThat(question.get("process").asString()).isEqualTo(name);
              assertThat(question.has("other_owners")).isFalse();
            });
  }

  private String far(int host) {
    return cable.address.replaceFirst("1$", "" + host);
  }

  private String server() {
    return far(2);
  }

  private static String name(int host) {
    return "host-" + host + ".test";
  }

  /** Gives the far end more addresses, and starts a server there that knows all of their names. */
  private void serveNames() throws Exception {
    List<String> command = new ArrayList<>(List.of("dnsmasq", "--keep-in-foreground"));
    command.addAll(List.of("--conf-file=/dev/null", "--no-resolv", "--no-hosts", "--pid-file="));
    command.addAll(List.of("--listen-address=" + server(), "--bind-interfaces", "--user=root"));
    for (int host = FIRST_HOST; host < FIRST_HOST + HOSTS; host++) {
      cable.inSpace("ip", "address", "add", far(host) + "/24", "dev", cable.far);
      command.add("--host-record=" + name(host) + "," + far(host));
    }
    sandbox.start(cable.commandInSpace(command));
    List<String> list = cable.commandInSpace(List.of("ss", "-lnuH", "sport = :" + DOMAIN));
    Eventually.see("a name server", () -> sandbox.run(list), run -> !run.out().isEmpty());
  }

  /**
   * Starts the program with a {@code resolv.conf} of its own, in a mount namespace that ends with
   * it, and waits until it counts.
   */
  private Process watch() throws IOException {
    Path servers = Files.writeString(sandbox.file("resolv.conf"), "nameserver " + server() + "\n");
    String mounted = "mount --bind \"$0\" /etc/resolv.conf && exec \"$@\"";
    List<String> apart = List.of("unshare", "--mount", "sh", "-c", mounted, servers.toString());
    Process program =
        sandbox.start(Sandbox.joined(apart, Sandbox.image("-i", cable.near, "--json")));
    assertThat(line(program).get("capture").asString()).isEqualTo(cable.near);
    return program;
  }

  private JsonNode line(Process program) throws IOException {
    return json.readTree(program.inputReader().readLine());
  }

  private void talkToAllHosts() throws IOException {
    try (DatagramChannel channel = DatagramChannel.open()) {
      for (int host = FIRST_HOST; host < FIRST_HOST + HOSTS; host++) {
        channel.send(ByteBuffer.allocate(100), new InetSocketAddress(far(host), DISCARD));
      }
    }
  }

  private void awaitNames(Process program) throws IOException {
    int named = 0;
    for (int i = 0; i < MOST_LINES && named < HOSTS; i++) {
      named = 0;
      for (JsonNode flow : line(program).get("flows")) {
        if (flow.get("destination_port").asInt() == DISCARD && flow.has("destination_host")) {
          assertThat(flow.get("destination_host").asString()).startsWith("host-").endsWith(".test");
          named++;
        }
      }
    }
    assertThat(named).as("hosts that are named").isEqualTo(HOSTS);
  }

  /** The last that was told of each question, by the port from which it was asked. */
  private Map<Integer, JsonNode> questions(Process program) throws Exception {
    // Two more lines: the last of them has seen the owners of all that came before the first.
    line(program);
    Map<Integer, JsonNode> questions = new HashMap<>();
    for (JsonNode flow : line(program).get("flows")) {
      if (flow.get("destination_port").asInt() == DOMAIN) {
        assertThat(flow.get("destination").asString()).isEqualTo(server());
        questions.put(flow.get("source_port").asInt(), flow);
      }
    }
    Sandbox.signal("TERM", program.pid());
    assertThat(Sandbox.rest(program)).isNotEmpty();
    assertThat(Sandbox.waitFor(program)).isIn(0, 130);
    return questions;
  }
}
