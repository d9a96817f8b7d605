package iftoprs.adapters.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class PointerAnswerTest {

  private static final Name OWNER = name("1.2.0.192.in-addr.arpa.");

  @Test
  void one_pointer_is_the_name() {
    assertThat(read(pointer(OWNER, "host.example.", 100))).isEqualTo(named("host.example", 100));
  }

  @Test
  void of_several_pointers_the_first_in_order_counts_whatever_the_server_shuffles() {
    Record a = pointer(OWNER, "a.example.", 300);
    Record b = pointer(OWNER, "b.example.", 100);
    assertThat(read(a, b)).isEqualTo(read(b, a)).isEqualTo(named("a.example", 100));
  }

  @Test
  void an_alias_is_followed() {
    Name alias = name("1.0-25.2.0.192.in-addr.arpa.");
    assertThat(read(alias(OWNER, alias), pointer(alias, "host.example.", 3_600)))
        .isEqualTo(named("host.example", 200));
  }

  @Test
  void aliases_that_run_in_a_circle_end() {
    Name other = name("other.example.");
    assertThat(read(alias(OWNER, other), alias(other, OWNER)))
        .isEqualTo(new PointerAnswer.Nameless(PointerAnswer.NAMELESS_TTL));
  }

  @Test
  void records_of_another_owner_are_not_believed() {
    assertThat(read(pointer(name("9.9.9.9.in-addr.arpa."), "lie.example.", 100)))
        .isInstanceOf(PointerAnswer.Nameless.class);
    assertThat(read(new TXTRecord(OWNER, DClass.IN, 100, "text")))
        .isInstanceOf(PointerAnswer.Nameless.class);
  }

  @Test
  void the_root_is_no_name() {
    assertThat(read(pointer(OWNER, ".", 100))).isInstanceOf(PointerAnswer.Nameless.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.9.9.9.", "2001:db8::9.", "::ffff:9.9.9.9."})
  void an_address_is_no_name_as_it_would_stand_for_another_host(String address) {
    assertThat(read(pointer(OWNER, address, 100))).isInstanceOf(PointerAnswer.Nameless.class);
  }

  @Test
  void a_name_that_begins_like_an_address_is_a_name() {
    assertThat(read(pointer(OWNER, "9.9.9.9.example.", 100)))
        .isEqualTo(named("9.9.9.9.example", 100));
  }

  @Test
  void bytes_that_cannot_be_shown_are_escaped() {
    assertThat(read(pointer(OWNER, "\\027[2J\\007\\032\\233.b\\.c.example.", 100)))
        .isEqualTo(named("\\027[2J\\007\\032\\233.b\\.c.example", 100));
  }

  @Test
  void a_name_that_grows_too_long_by_escaping_is_none() {
    String label = "\\001".repeat(60);
    assertThat(read(pointer(OWNER, label + "." + label + ".", 100)))
        .isInstanceOf(PointerAnswer.Nameless.class);
  }

  @Test
  void the_soa_says_how_long_there_is_no_name() {
    Message message = message();
    message.getHeader().setRcode(Rcode.NXDOMAIN);
    Name zone = name("2.0.192.in-addr.arpa.");
    message.addRecord(
        new SOARecord(zone, DClass.IN, 900, zone, zone, 1, 2, 3, 4, 700), Section.AUTHORITY);
    assertThat(PointerAnswer.read(OWNER, message)).isEqualTo(new PointerAnswer.Nameless(700));
  }

  @Test
  void a_failure_of_the_server_says_nothing() {
    Message message = message(pointer(OWNER, "host.example.", 100));
    message.getHeader().setRcode(Rcode.SERVFAIL);
    assertThat(PointerAnswer.read(OWNER, message)).isEqualTo(new PointerAnswer.Failed());
  }

  @Test
  void a_damaged_message_gives_a_safe_name_or_none() {
    byte[] wire = message(pointer(OWNER, "host.example.", 100)).toWire();
    Random random = new Random(11);
    int readable = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = wire.clone();
      for (int i = 0; i < 3; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        if (PointerAnswer.read(OWNER, new Message(damaged)) instanceof PointerAnswer.Named named) {
          readable++;
          assertThat(named.name()).matches("[!-~]{1,253}");
        }
      } catch (IOException e) {
        // The library refuses the message, as it says it does.
        continue;
      }
    }
    assertThat(readable).isPositive();
  }

  private static PointerAnswer read(Record... records) {
    return PointerAnswer.read(OWNER, message(records));
  }

  private static Message message(Record... records) {
    return LoopbackServer.answer(
        Message.newQuery(Record.newRecord(OWNER, Type.PTR, DClass.IN)), records);
  }

  private static PointerAnswer named(String name, long ttl) {
    return new PointerAnswer.Named(name, ttl);
  }

  private static Record pointer(Name owner, String target, long ttl) {
    return new PTRRecord(owner, DClass.IN, ttl, name(target));
  }

  private static Record alias(Name owner, Name target) {
    return new CNAMERecord(owner, DClass.IN, 200, target);
  }

  private static Name name(String text) {
    return Name.fromConstantString(text);
  }
}
