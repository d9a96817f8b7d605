package iftoprs.adapters.dns;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.IpAddress;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Names from a real dnsmasq, asked through a relay that counts and may hold back. */
@Timeout(60)
class RealServerTest {

  private static final int LONG_NAMES = 20;

  private final AtomicLong clock = new AtomicLong();
  private final NameCache cache = new NameCache(5_000, clock::get);
  private final CountDownLatch gate = new CountDownLatch(1);
  private Dnsmasq server;
  private Relay relay;

  @BeforeEach
  void start() throws IOException {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--ptr-record=1.2.0.192.in-addr.arpa,good.example",
                "--ptr-record=2.2.0.192.in-addr.arpa,xn--pple-43d.example",
                "--ptr-record=3.2.0.192.in-addr.arpa,xn--bcher-kva.example",
                "--ptr-record=1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2"
                    + ".ip6.arpa,six.example",
                // Punycode of "pay", U+202E (writes on from right to left), "lap".
                "--ptr-record=5.2.0.192.in-addr.arpa,xn--paylap-dm0c.example",
                // A lie: whoever has this address would be shown as another host.
                "--ptr-record=6.2.0.192.in-addr.arpa,10.0.0.1",
                "--ptr-record=3.2.1.10.in-addr.arpa,printer.lan",
                "--local=/in-addr.arpa/",
                "--local-ttl=120",
                "--edns-packet-max=512"));
    for (int i = 0; i < LONG_NAMES; i++) {
      options.add(
          "--ptr-record=4.2.0.192.in-addr.arpa,n%02d.%s.example".formatted(i, "x".repeat(60)));
    }
    // A zone whose server is dead: nobody listens there.
    options.add("--server=/113.0.203.in-addr.arpa/127.0.0.1#9");
    server = Dnsmasq.start(options.toArray(String[]::new));
  }

  @AfterEach
  void close() {
    gate.countDown();
    if (relay != null) {
      relay.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void names_of_both_families_are_found() {
    DnsjavaHostNames names = direct();
    assertThat(nameOf(names, "192.0.2.1")).isEqualTo("good.example");
    assertThat(nameOf(names, "2001:db8::1")).isEqualTo("six.example");
  }

  @Test
  void an_international_name_is_readable_and_a_mixed_one_keeps_its_ascii_form() {
    DnsjavaHostNames names = direct();
    assertThat(nameOf(names, "192.0.2.3")).isEqualTo("b\u00fccher.example");
    assertThat(nameOf(names, "192.0.2.2")).isEqualTo("xn--pple-43d.example (\u0430pple.example)");
  }

  @Test
  void a_name_that_would_turn_the_line_round_stays_in_its_ascii_form() {
    assertThat(nameOf(direct(), "192.0.2.5")).isEqualTo("xn--paylap-dm0c.example");
  }

  @Test
  void a_host_that_is_said_to_be_another_keeps_its_own_address() throws IOException {
    DnsjavaHostNames names = relayed(new CountDownLatch(0));
    askUntilAnswered(names, "192.0.2.6", 1);
    assertThat(nameOf(names, "192.0.2.1")).isEqualTo("good.example");
    assertThat(names.nameOf(address("192.0.2.6"))).isEmpty();
    assertThat(relay.questions()).isEqualTo(2);
  }

  @Test
  void a_private_address_is_asked_of_the_given_server_once_and_of_no_other() throws IOException {
    DnsjavaHostNames names = relayed(new CountDownLatch(0));
    assertThat(nameOf(names, "10.1.2.3")).isEqualTo("printer.lan");
    askUntilAnswered(names, "192.168.77.1", 2);
    assertThat(names.nameOf(address("192.168.77.1"))).isEmpty();
    assertThat(relay.questions()).isEqualTo(2);
  }

  @Test
  void what_does_not_fit_a_datagram_is_fetched_over_tcp() throws IOException {
    SimpleResolver plain = new SimpleResolver(server.address());
    plain.setIgnoreTruncation(true);
    Name owner = Name.fromConstantString("4.2.0.192.in-addr.arpa.");
    Message cut = plain.send(Message.newQuery(Record.newRecord(owner, Type.PTR, DClass.IN)));
    assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
    assertThat(cut.getSection(Section.ANSWER)).hasSizeLessThan(LONG_NAMES);
    assertThat(nameOf(direct(), "192.0.2.4")).startsWith("n00.xxx");
  }

  @Test
  void no_such_name_is_asked_for_once_until_it_expires() throws IOException {
    DnsjavaHostNames names = relayed(new CountDownLatch(0));
    askUntilAnswered(names, "192.0.2.99", 1);
    for (int i = 0; i < 50; i++) {
      assertThat(names.nameOf(address("192.0.2.99"))).isEmpty();
    }
    nameOf(names, "192.0.2.1");
    assertThat(relay.questions()).isEqualTo(2);
  }

  @Test
  void a_name_is_asked_for_again_when_its_time_to_live_is_over() throws IOException {
    DnsjavaHostNames names = relayed(new CountDownLatch(0));
    nameOf(names, "192.0.2.1");
    clock.addAndGet(TimeUnit.SECONDS.toNanos(119));
    assertThat(names.nameOf(address("192.0.2.1"))).contains("good.example");
    assertThat(relay.questions()).isEqualTo(1);
    clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(names.nameOf(address("192.0.2.1"))).contains("good.example");
    until(() -> relay.questions() == 2);
  }

  @Test
  void a_dead_zone_holds_up_no_other_and_is_asked_again_later() throws IOException {
    DnsjavaHostNames names = relayed(new CountDownLatch(0));
    assertThat(names.nameOf(address("203.0.113.1"))).isEmpty();
    assertThat(nameOf(names, "192.0.2.1")).isEqualTo("good.example");
    // What came of it is a failure, which is asked again after a pause: never a name.
    until(
        () -> {
          int before = relay.questions();
          clock.addAndGet(NameCache.MAX_BACK_OFF);
          assertThat(names.nameOf(address("203.0.113.1"))).isEmpty();
          return before > 2;
        });
  }

  @Test
  void a_slow_server_is_asked_32_questions_at_a_time_and_none_when_switched_off()
      throws IOException {
    DnsjavaHostNames names = relayed(gate);
    for (int i = 0; i < 200; i++) {
      names.nameOf(IpAddress.ipv4(0xc6120000 + i));
    }
    until(() -> relay.questions() == DnsjavaHostNames.MAX_IN_FLIGHT);
    names.enabled(false);
    gate.countDown();
    names.nameOf(address("192.0.2.1"));
    until(() -> relay.answers() >= DnsjavaHostNames.MAX_IN_FLIGHT);
    names.enabled(true);
    nameOf(names, "192.0.2.1");
    // Nothing of what waited was asked, before or since; repetitions are of those under way.
    assertThat(relay.differentQuestions()).isEqualTo(DnsjavaHostNames.MAX_IN_FLIGHT + 1);
  }

  @Test
  void what_is_under_way_when_it_is_switched_off_is_asked_no_second_time() throws IOException {
    DnsjavaHostNames names = relayed(gate);
    names.nameOf(address("192.0.2.1"));
    until(() -> relay.questions() == 1);
    names.enabled(false);
    // Once the server's time is up, and no failure either: it is due as soon as it is on again.
    until(() -> cache.ask(address("192.0.2.1")).due());
    assertThat(relay.questions()).isEqualTo(1);
  }

  private DnsjavaHostNames direct() {
    return over(server.address());
  }

  private DnsjavaHostNames relayed(CountDownLatch held) throws IOException {
    relay = new Relay(server.address(), held);
    return over(relay.address());
  }

  private DnsjavaHostNames over(InetSocketAddress address) {
    Questions questions = new Questions();
    return new DnsjavaHostNames(
        cache,
        () -> HostsFile.parse(""),
        () -> SystemResolver.over(List.of(address), questions),
        questions,
        true);
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }

  private static String nameOf(DnsjavaHostNames names, String text) {
    until(() -> names.nameOf(address(text)).isPresent());
    return names.nameOf(address(text)).orElseThrow();
  }

  private void askUntilAnswered(DnsjavaHostNames names, String text, int answers) {
    names.nameOf(address(text));
    until(() -> relay.answers() == answers);
    // The answer is on its way to the cache; until it is there the address is not due again.
    until(() -> !cache.ask(address(text)).due());
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      assertThat(Thread.interrupted()).as("waited too long").isFalse();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  /** Passes datagrams to a server and back, the answers once a latch is open. */
  private static final class Relay implements AutoCloseable {

    private static final int LARGEST = 4096;

    private final DatagramSocket front;
    private final InetSocketAddress server;
    private final CountDownLatch held;
    private final List<String> asked = new ArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();

    Relay(InetSocketAddress server, CountDownLatch held) throws IOException {
      this.server = server;
      this.held = held;
      this.front = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
      Thread.ofPlatform().daemon().name("test-relay").start(this::serve);
    }

    InetSocketAddress address() {
      return (InetSocketAddress) front.getLocalSocketAddress();
    }

    synchronized int questions() {
      return asked.size();
    }

    /** By what stands behind the header of a message. */
    synchronized long differentQuestions() {
      return asked.stream().distinct().count();
    }

    int answers() {
      return answers.get();
    }

    private void serve() {
      while (!front.isClosed()) {
        try {
          DatagramPacket query = new DatagramPacket(new byte[LARGEST], LARGEST);
          front.receive(query);
          byte[] bytes = Arrays.copyOf(query.getData(), query.getLength());
          synchronized (this) {
            asked.add(Arrays.toString(Arrays.copyOfRange(bytes, 12, bytes.length)));
          }
          Thread.ofVirtual().start(() -> pass(bytes, query));
        } catch (IOException e) {
          return; // closed
        }
      }
    }

    private void pass(byte[] query, DatagramPacket from) {
      try (DatagramSocket back = new DatagramSocket()) {
        held.await();
        back.setSoTimeout(5_000);
        back.send(new DatagramPacket(query, query.length, server));
        DatagramPacket answer = new DatagramPacket(new byte[LARGEST], LARGEST);
        back.receive(answer);
        front.send(
            new DatagramPacket(answer.getData(), answer.getLength(), from.getSocketAddress()));
        answers.incrementAndGet();
      } catch (IOException e) {
        return; // the test is over, or nobody answers
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      front.close();
    }
  }
}
