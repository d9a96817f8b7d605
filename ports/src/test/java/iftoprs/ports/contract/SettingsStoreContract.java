package iftoprs.ports.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Flag;
import iftoprs.ports.Preferences.Many;
import iftoprs.ports.Preferences.Real;
import iftoprs.ports.Preferences.Table;
import iftoprs.ports.Preferences.Text;
import iftoprs.ports.Preferences.Value;
import iftoprs.ports.Preferences.Whole;
import iftoprs.ports.SettingsStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a {@link SettingsStore} must keep, and when it must refuse. */
public abstract class SettingsStoreContract {

  /** A store over this test's place; each call as after a new start of the program. */
  protected abstract SettingsStore open() throws IOException;

  /** Makes what is saved unreadable, as a slip in an editor would. */
  protected abstract void spoil() throws IOException;

  /** One value of each kind, and the awkward ones of each. */
  static Stream<Value> values() {
    Table pin = new Table(Map.of("src", new Text("192.0.2.1"), "dst", new Text("2001:db8::1")));
    Table colours = new Table(Map.of("c1", new Whole(1), "c2", new Whole(255)));
    return Stream.of(
        new Text(""),
        new Text("NeonSprawl"),
        new Text("\"quotes\" 'and' \\ \t \n \r \u0000 \u007f \u0085 é 😀 # = [x]"),
        new Whole(0),
        new Whole(Long.MIN_VALUE),
        new Whole(Long.MAX_VALUE),
        new Real(0.0),
        new Real(-1.5e-300),
        new Real(Double.MAX_VALUE),
        new Real(Double.NEGATIVE_INFINITY),
        new Real(Double.NaN),
        new Flag(true),
        new Flag(false),
        new Many(List.of()),
        new Many(List.of(new Whole(1), new Text("x"), new Many(List.of(new Flag(true))))),
        new Many(List.of(pin)),
        new Many(List.of(pin, pin, new Table(Map.of()))),
        new Many(List.of(pin, new Whole(1))),
        new Table(Map.of()),
        colours,
        new Table(Map.of("My theme.1", colours, "", colours, "plain", new Flag(true))),
        new Table(Map.of("deep", new Table(Map.of("pins", new Many(List.of(pin, pin)))))));
  }

  @Test
  void nothing_saved_is_empty() throws IOException {
    assertThat(open().load()).isEqualTo(Preferences.EMPTY);
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_saved_value_is_there_after_a_new_start(Value value) throws IOException {
    open().save(new Preferences(Map.of("key", value)));
    assertThat(open().load().values()).isEqualTo(Map.of("key", value));
  }

  @ParameterizedTest
  @MethodSource("values")
  void any_value_can_take_the_place_of_any_other(Value value) throws IOException {
    for (Value other : values().toList()) {
      open().save(new Preferences(Map.of("key", value, "other", new Whole(1))));
      open().save(new Preferences(Map.of("key", other)));
      assertThat(open().load().values()).isEqualTo(Map.of("key", other, "other", new Whole(1)));
    }
  }

  @Test
  void a_store_saves_more_than_once() throws IOException {
    SettingsStore store = open();
    for (int i = 0; i < 3; i++) {
      store.save(new Preferences(Map.of("a", new Whole(i))));
      assertThat(store.load().values()).isEqualTo(Map.of("a", new Whole(i)));
    }
  }

  @Test
  void values_that_are_not_named_are_kept() throws IOException {
    open().save(new Preferences(Map.of("theme", new Text("x"), "pinned", new Many(List.of()))));
    open().save(new Preferences(Map.of("theme", new Text("y"))));
    assertThat(open().load().values())
        .isEqualTo(Map.of("theme", new Text("y"), "pinned", new Many(List.of())));
  }

  @Test
  void a_table_is_replaced_as_a_whole() throws IOException {
    open().save(new Preferences(Map.of("t", new Table(Map.of("a", new Whole(1))))));
    open().save(new Preferences(Map.of("t", new Table(Map.of("b", new Whole(2))))));
    assertThat(open().load().values()).isEqualTo(Map.of("t", new Table(Map.of("b", new Whole(2)))));
  }

  @Test
  void what_cannot_be_read_is_said_in_one_line() throws IOException {
    open().save(new Preferences(Map.of("a", new Whole(1))));
    spoil();
    SettingsStore store = open();
    assertThatThrownBy(store::load)
        .isInstanceOf(IOException.class)
        .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("\n"));
  }

  @Test
  void what_cannot_be_read_is_never_replaced() throws IOException {
    spoil();
    SettingsStore store = open();
    assertThatThrownBy(store::load).isInstanceOf(IOException.class);
    Preferences preferences = new Preferences(Map.of("a", new Whole(1)));
    assertThatThrownBy(() -> store.save(preferences)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> open().save(preferences)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> open().load()).isInstanceOf(IOException.class);
  }
}
