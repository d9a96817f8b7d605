package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom the packaged program names for the traffic of short-lived programs, which tell their own
 * process and port ({@code benchmarks/c/client.c}), between this host and a network namespace.
 *
 * <p>None may be named wrongly; how many may be missed differs by what they do.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OwnersIT {

  private static final int ROUNDS = 10;

  private static final int TRIES = 6;

  /** Sockets are looked for at most five times a second. */
  private static final long BETWEEN_SCANS_MILLIS = 250;

  /** So many processes share a port. */
  private static final int SERVERS = 3;

  /** Milliseconds in which a scan is made however busy the machine is. */
  private static final String LONG_LIFE = "4000";

  /** Where other processes may not be looked into, its holder may be one of them. */
  private static final List<String> REASONS = List.of("too-short", "no-socket", "no-permission");

  private static final Path CLIENT = Sandbox.ROOT.resolve("benchmarks/c/client.c");

  private final JsonMapper json = new JsonMapper();

  @TempDir Path folder;

  private Sandbox sandbox;
  private Cable cable;
  private String client;

  /** What a program said of itself. */
  private record Told(int pid, String transport, int port) {}

  @BeforeEach
  void open() throws Exception {
    Needs.root();
    Needs.linux();
    Needs.program("ip");
    Needs.program("cc");
    sandbox = new Sandbox(folder);
    client = folder.resolve("ownersclient").toString();
    assertThat(sandbox.run("cc", "-O1", "-o", client, CLIENT.toString()).status()).isZero();
    cable = new Cable(sandbox);
  }

  @AfterEach
  void close() throws Exception {
    if (cable != null) {
      cable.unplug();
    }
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"proc", "lsof"})
  void clients_are_named_and_a_server_at_the_same_port_gets_no_credit(String source)
      throws Exception {
    Needs.program("lsof");
    far("serve", "tcp", "443");
    near("serve", "tcp", "443");
    Process program = watch("--process-source", source);
    List<Process> clients = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      clients.add(sandbox.start(List.of(client, "tcp", farAddress(), "443", LONG_LIFE)));
      clients.add(sandbox.start(List.of(client, "mapped", farAddress(), "443", LONG_LIFE)));
    }
    List<Told> told = new ArrayList<>();
    for (Process each : clients) {
      told.addAll(told(Sandbox.rest(each)));
    }
    assertThat(told).hasSize(2 * ROUNDS);
    assertNamed(told, flows(program), 2 * ROUNDS);
  }

  @Test
  void queries_of_ten_milliseconds_are_named_or_too_short() throws Exception {
    far("serve", "udp", "53");
    near("serve", "udp", "53");
    Process program = watch();
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      told.addAll(told(sandbox.run(client, "udp", farAddress(), "53", "500")));
      told.addAll(told(sandbox.run(client, "fire", farAddress(), "53")));
    }
    assertThat(told).hasSize(2 * ROUNDS);
    assertNamed(told, flows(program), 0);
  }

  /**
   * One after another, no faster than sockets are looked for. The machine may be busy with other
   * things than us: one of a few tries has to succeed.
   */
  @ParameterizedTest
  @CsvSource({"tcp, 443, 200", "udp, 53, 500"})
  void nineteen_of_twenty_short_lived_programs_are_named(String mode, String port, String millis)
      throws Exception {
    far("serve", mode, port);
    near("serve", mode, port);
    int named = 0;
    for (int i = 0; i < TRIES && named < 2 * ROUNDS - 1; i++) {
      Process program = watch();
      List<Told> told = new ArrayList<>();
      for (int j = 0; j < 2 * ROUNDS; j++) {
        told.addAll(told(sandbox.run(client, mode, farAddress(), port, millis)));
        Thread.sleep(BETWEEN_SCANS_MILLIS);
      }
      named = Math.max(named, assertNamed(told, flows(program), 0));
    }
    assertThat(named).isGreaterThanOrEqualTo(2 * ROUNDS - 1);
  }

  @Test
  void of_servers_that_share_a_port_the_one_that_serves_is_named() throws Exception {
    Process servers = near("serve", "tcp", "8080");
    Process program = watch();
    List<Process> clients = new ArrayList<>();
    List<String> command = List.of(client, "tcp", cable.address, "8080", LONG_LIFE);
    for (int i = 0; i < SERVERS; i++) {
      clients.add(sandbox.start(cable.commandInSpace(command)));
    }
    for (Process each : clients) {
      assertThat(Sandbox.waitFor(each)).isZero();
    }
    Map<String, JsonNode> flows = flows(program);
    for (ProcessHandle child : servers.descendants().toList()) {
      Sandbox.signal("TERM", child.pid());
    }
    Sandbox.signal("TERM", servers.pid());
    List<Told> told = told(Sandbox.rest(servers));
    assertThat(told).hasSize(SERVERS);
    // Of three connections in one queue the last is accepted when it is over.
    assertNamed(told, flows, SERVERS - 1);
  }

  /**
   * As containers are: the flow is none of this host's, and its socket is in none of its tables.
   */
  @Test
  void a_process_in_another_network_namespace_is_named_for_the_flow_of_its_own_address()
      throws Exception {
    near("serve", "udp", "53");
    String nobody = cable.address.replaceFirst("1$", "77");
    cable.inSpace(
        "ip", "neighbour", "add", nobody, "lladdr", "02:00:00:00:00:77", "dev", cable.far);
    Process program = watch();
    List<String> command = List.of(client, "udp", nobody, "53", LONG_LIFE);
    Process container = sandbox.start(cable.commandInSpace(command));
    assertThat(Sandbox.waitFor(container)).isZero();
    List<Told> told = told(Sandbox.rest(container));
    Map<String, JsonNode> flows = flows(program);
    assertNamed(told, flows, 1);
    JsonNode flow = flows.get("UDP" + told.getFirst().port);
    assertThat(flow.get("source").asString()).isEqualTo(farAddress());
    assertThat(flow.get("attribution").asString()).isIn("exact", "recent");
  }

  @Test
  void the_stream_tells_what_the_scanner_has_taken_of_a_core() throws Exception {
    Process program = watch();
    assertThat(sandbox.run(client, "fire", farAddress(), "53").status()).isZero();
    JsonNode line = json.readTree(program.inputReader().readLine());
    for (int i = 0; i < 4; i++) {
      line = json.readTree(program.inputReader().readLine());
    }
    // Within the first ten seconds what is told as recent is all that there was.
    JsonNode scans = line.get("owner_scans");
    double taken = scans.get("cpu").asDouble() * line.get("elapsed").asDouble();
    assertThat(taken).isPositive();
    assertThat(taken).isBetween(0.3 * scannerSeconds(program), 1.3 * scannerSeconds(program));
    assertThat(scans.get("count").asInt()).isGreaterThanOrEqualTo(4);
    assertThat(scans.get("per_second").asDouble()).isBetween(0.5, 6.5);
    assertThat(scans.get("last").asDouble()).isBetween(0.000_001, 5.0);
    end(program);
  }

  @Test
  void of_lsof_the_time_is_told_and_without_owners_nothing() throws Exception {
    Needs.program("lsof");
    Process program = watch("--process-source", "lsof");
    JsonNode line = json.readTree(program.inputReader().readLine());
    // The first of lsof may take longer than a second.
    for (int i = 0; i < 10 && !line.has("owner_scans"); i++) {
      line = json.readTree(program.inputReader().readLine());
    }
    JsonNode scans = line.get("owner_scans");
    assertThat(scans.has("cpu")).isFalse();
    assertThat(scans.get("busy").asDouble()).isBetween(0.000_001, 1.0);
    end(program);
    Process without = watch("-Z");
    assertThat(json.readTree(without.inputReader().readLine()).has("owner_scans")).isFalse();
    end(without);
  }

  /** What the kernel has counted of the one thread that scans, of this moment. */
  private static double scannerSeconds(Process program) throws IOException {
    Path tasks = Path.of("/proc", "" + program.pid(), "task");
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        if (Files.readString(thread.resolve("comm")).strip().equals("scanner")) {
          String nanos = Files.readString(thread.resolve("schedstat")).split(" ")[0];
          return Long.parseLong(nanos) / 1e9;
        }
      }
    }
    throw new AssertionError("no thread scans");
  }

  private static void end(Process program) throws Exception {
    Sandbox.signal("TERM", program.pid());
    Sandbox.rest(program);
    assertThat(Sandbox.waitFor(program)).isIn(0, 130);
  }

  /**
   * Every owner is the right one; at least so many have one, and the others say why not.
   *
   * @return how many have one
   */
  private static int assertNamed(List<Told> told, Map<String, JsonNode> flows, int atLeast) {
    int named = 0;
    for (Told program : told) {
      JsonNode flow = flows.get(program.transport + program.port);
      assertThat(flow).as("flow of %s", program).isNotNull();
      if (!flow.has("pid")) {
        assertThat(flow.get("attribution").asString()).isIn(REASONS);
        continue;
      }
      boolean isSure = !flow.get("attribution").asString().equals("listener");
      if (isSure || !flow.has("other_owners")) {
        assertThat(flow.get("pid").asInt())
            .as("owner of %s: %s", program, flow)
            .isEqualTo(program.pid);
        named++;
      }
      assertThat(flow.get("process").asString()).isEqualTo("ownersclient");
    }
    assertThat(named).isGreaterThanOrEqualTo(atLeast);
    return named;
  }

  private String farAddress() {
    return cable.address.replaceFirst("1$", "2");
  }

  private Process near(String... arguments) throws Exception {
    return serve(Sandbox.joined(List.of(client), List.of(arguments)));
  }

  private void far(String... arguments) throws Exception {
    serve(cable.commandInSpace(Sandbox.joined(List.of(client), List.of(arguments))));
  }

  private Process serve(List<String> command) throws Exception {
    String port = command.getLast();
    boolean isFar = command.getFirst().equals("ip");
    Process server = sandbox.start(command);
    String flag = command.contains("udp") ? "-lnuH" : "-lntH";
    List<String> list = List.of("ss", flag, "sport = :" + port);
    Predicate<Run> listens = run -> !run.out().isEmpty();
    Eventually.see(
        "a server at port " + port,
        () -> sandbox.run(isFar ? cable.commandInSpace(list) : list),
        listens);
    return server;
  }

  /** Starts the program and waits until it counts. */
  private Process watch(String... options) throws IOException {
    List<String> all = Sandbox.image("-i", cable.near, "-n", "--json");
    Process program = sandbox.start(Sandbox.joined(all, List.of(options)));
    assertThat(json.readTree(program.inputReader().readLine()).get("capture").asString())
        .isEqualTo(cable.near);
    return program;
  }

  /** The last that was told of each flow, by transport and either port, once it is ended. */
  private Map<String, JsonNode> flows(Process program) throws Exception {
    // Two more lines: what came last is told, too.
    Map<String, JsonNode> flows = new HashMap<>();
    for (int i = 0; i < 2; i++) {
      collect(json.readTree(program.inputReader().readLine()), flows);
    }
    Sandbox.signal("TERM", program.pid());
    for (String line : Sandbox.rest(program)) {
      collect(json.readTree(line), flows);
    }
    assertThat(Sandbox.waitFor(program)).isIn(0, 130);
    return flows;
  }

  private static void collect(JsonNode line, Map<String, JsonNode> flows) {
    for (JsonNode flow : line.get("flows")) {
      for (String end : List.of("source_port", "destination_port")) {
        flows.put(flow.get("protocol").asString() + flow.get(end).asInt(), flow);
      }
    }
  }

  private static List<Told> told(Run run) {
    assertThat(run.status()).as(run.err()).isZero();
    return told(run.lines());
  }

  private static List<Told> told(List<String> lines) {
    return lines.stream()
        .map(line -> line.split(" "))
        .map(words -> new Told(Integer.parseInt(words[1]), words[2], Integer.parseInt(words[3])))
        .toList();
  }
}
