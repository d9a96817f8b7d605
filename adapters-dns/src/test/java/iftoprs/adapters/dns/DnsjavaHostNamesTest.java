package iftoprs.adapters.dns;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.IpAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Resolver;

@Timeout(60)
class DnsjavaHostNamesTest {

  private static final IpAddress HOST = IpAddress.parse("192.0.2.1").orElseThrow();

  private final AtomicLong clock = new AtomicLong();
  private final NameCache cache = new NameCache(5_000, clock::get);
  private final CountDownLatch gate = new CountDownLatch(1);
  private LoopbackServer server;

  @AfterEach
  void close() throws IOException {
    gate.countDown();
    if (server != null) {
      server.close();
    }
  }

  @Test
  void a_truncated_answer_is_fetched_over_tcp() throws IOException {
    DnsjavaHostNames names =
        names(
            (query, overTcp) -> {
              if (overTcp) {
                return LoopbackServer.naming("long.example").apply(query, true);
              }
              Message cut = LoopbackServer.answer(query);
              cut.getHeader().setFlag(Flags.TC);
              return cut.toWire();
            });
    until(() -> names.nameOf(HOST).isPresent());
    assertThat(names.nameOf(HOST)).contains("long.example");
  }

  @Test
  void a_slow_answer_is_known_when_it_comes() throws IOException {
    DnsjavaHostNames names =
        names(LoopbackServer.after(gate, LoopbackServer.naming("late.example")));
    names.nameOf(HOST);
    until(() -> !server.questions().isEmpty());
    assertThat(names.nameOf(HOST)).isEmpty();
    gate.countDown();
    until(() -> names.nameOf(HOST).isPresent());
    assertThat(names.nameOf(HOST)).contains("late.example");
  }

  @Test
  void an_answer_to_another_question_is_not_believed() throws IOException {
    DnsjavaHostNames names =
        names(
            (query, overTcp) -> {
              Message lie =
                  LoopbackServer.answer(query, LoopbackServer.pointer(query, "lie.example"));
              lie.getHeader().setID(query.getHeader().getID() ^ 1);
              return lie.toWire();
            });
    names.nameOf(HOST);
    until(() -> server.questions().size() > 1);
    assertThat(names.nameOf(HOST)).isEmpty();
  }

  @Test
  void garbage_is_a_failure_and_asked_again_after_a_while() throws IOException {
    AtomicInteger count = new AtomicInteger();
    DnsjavaHostNames names =
        names(
            (query, overTcp) ->
                count.incrementAndGet() < 10
                    ? new byte[] {1, 2, 3}
                    : LoopbackServer.naming("sane.example").apply(query, overTcp));
    until(
        () -> {
          clock.addAndGet(NameCache.FIRST_BACK_OFF);
          return names.nameOf(HOST).isPresent();
        });
    assertThat(names.nameOf(HOST)).contains("sane.example");
  }

  @Test
  void no_such_name_is_remembered() throws IOException {
    DnsjavaHostNames names = names(LoopbackServer.nothing());
    names.nameOf(HOST);
    until(() -> cache.ask(HOST).name().isEmpty() && !server.questions().isEmpty());
    IpAddress other = IpAddress.parse("192.0.2.2").orElseThrow();
    names.nameOf(other);
    until(() -> server.questions().size() == 2);
    names.nameOf(HOST);
    assertThat(server.questions()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {Rcode.SERVFAIL, Rcode.REFUSED, Rcode.FORMERR})
  void a_server_that_cannot_say_is_asked_again(int code) throws IOException {
    AtomicInteger count = new AtomicInteger();
    DnsjavaHostNames names =
        names(
            (query, overTcp) ->
                count.incrementAndGet() < 4
                    ? LoopbackServer.code(query, code)
                    : LoopbackServer.naming("back.example").apply(query, overTcp));
    until(
        () -> {
          clock.addAndGet(NameCache.FIRST_BACK_OFF);
          return names.nameOf(HOST).isPresent();
        });
    assertThat(names.nameOf(HOST)).contains("back.example");
  }

  @Test
  void a_dead_server_leaves_the_host_without_a_name() throws IOException {
    server = new LoopbackServer(LoopbackServer.nothing());
    List<InetSocketAddress> nobody = List.of(server.address());
    server.close();
    AtomicInteger asked = new AtomicInteger();
    DnsjavaHostNames names =
        new DnsjavaHostNames(
            cache,
            () -> HostsFile.parse(""),
            () -> {
              asked.incrementAndGet();
              return SystemResolver.over(nobody, new Questions());
            },
            new Questions(),
            true);
    until(
        () -> {
          clock.addAndGet(NameCache.MAX_BACK_OFF);
          return names.nameOf(HOST).isEmpty() && asked.get() > 2;
        });
    assertThat(names.nameOf(HOST)).isEmpty();
  }

  @Test
  void no_more_than_32_questions_are_under_way() throws IOException {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    DnsjavaHostNames names =
        names(
            (query, overTcp) -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(3));
              now.decrementAndGet();
              return LoopbackServer.naming("many.example").apply(query, overTcp);
            });
    for (int i = 0; i < 200; i++) {
      names.nameOf(IpAddress.ipv4(0xc6120000 + i));
    }
    until(() -> names.nameOf(IpAddress.ipv4(0xc6120000 + 199)).isPresent());
    assertThat(most.get()).isBetween(2, DnsjavaHostNames.MAX_IN_FLIGHT);
  }

  @Test
  void questions_beyond_the_queue_are_asked_when_they_come_again() throws IOException {
    DnsjavaHostNames names =
        names(LoopbackServer.after(gate, LoopbackServer.naming("late.example")));
    int count = DnsjavaHostNames.MAX_IN_FLIGHT + DnsjavaHostNames.MAX_WAITING + 1;
    for (int i = 0; i < count; i++) {
      names.nameOf(IpAddress.ipv4(0xc6120000 + i));
    }
    gate.countDown();
    until(() -> names.nameOf(IpAddress.ipv4(0xc6120000 + count - 1)).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "224.0.0.251",
        "239.255.255.250",
        "255.255.255.255",
        "240.0.0.1",
        "169.254.3.4",
        "127.0.0.1",
        "::",
        "::1",
        "fe80::1",
        "febf::1",
        "ff02::fb",
        "::ffff:224.0.0.1"
      })
  void addresses_that_no_server_can_name_are_never_asked(String address) throws IOException {
    DnsjavaHostNames names = names(LoopbackServer.naming("wrong.example"));
    names.nameOf(IpAddress.parse(address).orElseThrow());
    names.nameOf(HOST);
    until(() -> names.nameOf(HOST).isPresent());
    assertThat(names.nameOf(IpAddress.parse(address).orElseThrow())).isEmpty();
    assertThat(server.questions()).hasSize(1);
  }

  @Test
  void the_hosts_file_comes_first() throws IOException {
    server = new LoopbackServer(LoopbackServer.naming("wrong.example"));
    DnsjavaHostNames names =
        names(server, "192.0.2.1 printer printer.example\n127.0.0.1 localhost");
    until(() -> names.nameOf(HOST).isPresent());
    assertThat(names.nameOf(HOST)).contains("printer");
    until(() -> names.nameOf(IpAddress.parse("127.0.0.1").orElseThrow()).isPresent());
    assertThat(server.questions()).isEmpty();
  }

  @Test
  void a_mapped_address_has_the_name_of_the_ipv4_address() throws IOException {
    DnsjavaHostNames names = names(LoopbackServer.naming("four.example"));
    IpAddress mapped = IpAddress.parse("::ffff:192.0.2.1").orElseThrow();
    until(() -> names.nameOf(mapped).isPresent());
    assertThat(server.questions())
        .extracting(Object::toString)
        .containsOnly("1.2.0.192.in-addr.arpa.");
  }

  @Test
  void switched_off_it_is_silent_and_asks_nothing() throws IOException {
    DnsjavaHostNames names = names(LoopbackServer.naming("one.example"));
    until(() -> names.nameOf(HOST).isPresent());
    names.enabled(false);
    assertThat(names.enabled()).isFalse();
    assertThat(names.nameOf(HOST)).isEmpty();
    assertThat(names.nameOf(IpAddress.parse("192.0.2.2").orElseThrow())).isEmpty();
    names.enabled(true);
    assertThat(names.nameOf(HOST)).contains("one.example");
    assertThat(server.questions()).hasSize(1);
  }

  @Test
  void switching_off_drops_what_waits() throws IOException {
    DnsjavaHostNames names =
        names(LoopbackServer.after(gate, LoopbackServer.naming("one.example")));
    for (int i = 0; i < 200; i++) {
      names.nameOf(IpAddress.ipv4(0xc6120000 + i));
    }
    until(() -> server.questions().size() == DnsjavaHostNames.MAX_IN_FLIGHT);
    names.enabled(false);
    gate.countDown();
    names.enabled(true);
    until(() -> names.nameOf(IpAddress.ipv4(0xc6120000)).isPresent());
    assertThat(cache.ask(IpAddress.ipv4(0xc6120000 + 150)).due()).isTrue();
  }

  @Test
  void closed_it_asks_no_more() throws IOException {
    DnsjavaHostNames names = names(LoopbackServer.naming("one.example"));
    names.close();
    names.enabled(true);
    assertThat(names.nameOf(HOST)).isEmpty();
    assertThat(cache.ask(HOST).due()).isTrue();
  }

  @Test
  void nothing_is_started_before_the_first_question_nor_waited_for_at_it() {
    AtomicInteger started = new AtomicInteger();
    DnsjavaHostNames names =
        new DnsjavaHostNames(
            cache, () -> HostsFile.parse(""), () -> start(started), new Questions(), true);
    assertThat(started).hasValue(0);
    assertThat(names.nameOf(HOST)).isEmpty();
    until(() -> started.get() == 1);
    assertThat(names.nameOf(HOST)).isEmpty();
  }

  private Resolver start(AtomicInteger started) {
    started.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("no resolver");
  }

  private DnsjavaHostNames names(LoopbackServer.Behaviour behaviour) throws IOException {
    server = new LoopbackServer(behaviour);
    return names(server, "");
  }

  private DnsjavaHostNames names(LoopbackServer over, String hosts) {
    Resolver resolver = SystemResolver.over(List.of(over.address()), new Questions());
    return new DnsjavaHostNames(
        cache, () -> HostsFile.parse(hosts), () -> resolver, new Questions(), true);
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      assertThat(Thread.interrupted()).as("waited too long").isFalse();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }
}
