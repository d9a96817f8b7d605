package iftoprs.adapters.tui.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.input.KeyType;
import iftoprs.adapters.tui.input.InputEvent.Key;
import iftoprs.adapters.tui.input.InputEvent.Mouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InputParserTest {

  private static final long SEED = 4711;

  private final List<InputEvent> events = new ArrayList<>();
  private final InputParser parser = new InputParser(events::add);

  /** Lines of {@code sequences.txt}: bytes with escapes, then what they mean. */
  static Stream<Arguments> sequences() throws IOException {
    try (InputStream file = InputParserTest.class.getResourceAsStream("sequences.txt")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s+->\\s*", 2))
          .map(parts -> Arguments.of(parts[0].strip(), parts.length > 1 ? parts[1].strip() : ""));
    }
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void sequence_means_what_the_file_says(String bytes, String expected) {
    feed(unescape(bytes));
    assertThat(String.join(" ", events.stream().map(InputParserTest::describe).toList()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void sequence_means_the_same_wherever_it_is_split(String bytes, String expected) {
    byte[] all = unescape(bytes);
    for (int split = 1; split < all.length; split++) {
      events.clear();
      InputParser fresh = new InputParser(events::add);
      fresh.feed(all, 0, split, 0);
      fresh.feed(all, split, all.length - split, 1);
      assertThat(String.join(" ", events.stream().map(InputParserTest::describe).toList()))
          .as("split after %d bytes", split)
          .isEqualTo(expected);
    }
  }

  @Test
  void lone_escape_is_a_key_after_25_milliseconds() {
    feed("\033");
    assertThat(events).isEmpty();
    assertThat(parser.deadlineNanos()).isEqualTo(InputParser.ESCAPE_NANOS);
    parser.expire(InputParser.ESCAPE_NANOS - 1);
    assertThat(events).isEmpty();
    parser.expire(InputParser.ESCAPE_NANOS);
    assertThat(events).containsExactly(Key.of(KeyType.Escape));
    assertThat(parser.deadlineNanos()).isEqualTo(InputParser.NO_DEADLINE);
  }

  @Test
  void two_escapes_are_two_keys() {
    feed("\033\033");
    parser.expire(InputParser.ESCAPE_NANOS);
    assertThat(events).containsExactly(Key.of(KeyType.Escape), Key.of(KeyType.Escape));
  }

  @Test
  void stalled_sequence_is_given_up_and_leaves_no_key_behind() {
    feed("\033[<0;1");
    parser.expire(InputParser.STALL_NANOS);
    feed("q");
    assertThat(events).containsExactly(Key.of('q'));
  }

  @Test
  void paste_that_never_ends_is_delivered_after_the_stall() {
    feed("\033[200~half");
    parser.expire(InputParser.STALL_NANOS);
    feed("q");
    assertThat(events).containsExactly(new InputEvent.Paste("half"), Key.of('q'));
  }

  @Test
  void paste_is_bounded_and_still_finds_its_end() {
    feed("\033[200~" + "a".repeat(3 * PasteBuffer.LIMIT) + "\033[201~q");
    assertThat(events)
        .containsExactly(new InputEvent.Paste("a".repeat(PasteBuffer.LIMIT)), Key.of('q'));
  }

  @Test
  void mouse_reports_reach_beyond_column_223() {
    feed("\033[<0;301;99M");
    assertThat(events)
        .containsExactly(
            new Mouse(Mouse.Action.PRESS, Mouse.Button.LEFT, 300, 98, false, false, false));
  }

  @Test
  void no_bytes_make_it_fail_or_hang() {
    Random random = new Random(SEED);
    String likely = "\033[]O<;?MmPX_^~0129ABZ\\\007u\200\303\251\360";
    byte[] alphabet = likely.getBytes(StandardCharsets.ISO_8859_1);
    for (int run = 0; run < 20_000; run++) {
      events.clear();
      byte[] bytes = new byte[random.nextInt(40)];
      for (int i = 0; i < bytes.length; i++) {
        boolean any = random.nextInt(4) == 0;
        bytes[i] = any ? (byte) random.nextInt(256) : alphabet[random.nextInt(alphabet.length)];
      }
      List<InputEvent> whole = parseInPieces(bytes, bytes.length);
      List<InputEvent> split = parseInPieces(bytes, 1 + random.nextInt(5));
      assertThat(split).isEqualTo(whole);
      assertThat(whole.getLast()).as("after %s", List.of(bytes)).isEqualTo(Key.of('q'));
    }
  }

  /** All bytes, then silence, then q, which must arrive as a key. */
  private static List<InputEvent> parseInPieces(byte[] bytes, int size) {
    List<InputEvent> found = new ArrayList<>();
    InputParser parser = new InputParser(found::add);
    for (int at = 0; at < bytes.length; at += size) {
      parser.feed(bytes, at, Math.min(size, bytes.length - at), 0);
    }
    parser.expire(InputParser.STALL_NANOS);
    parser.feed(new byte[] {'q'}, 0, 1, InputParser.STALL_NANOS);
    return found;
  }

  private void feed(String text) {
    feed(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void feed(byte[] bytes) {
    parser.feed(bytes, 0, bytes.length, 0);
  }

  /** Understands \e, \r, \n, \t and \xHH; anything else is UTF-8. */
  private static byte[] unescape(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); ) {
      if (text.charAt(i) != '\\') {
        int codePoint = text.codePointAt(i);
        bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(codePoint);
        continue;
      }
      switch (text.charAt(i + 1)) {
        case 'e' -> bytes.write(0x1B);
        case 's' -> bytes.write(' ');
        case '\\' -> bytes.write('\\');
        case 'x' -> {
          bytes.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
          i += 2;
        }
        default -> throw new IllegalArgumentException(text);
      }
      i += 2;
    }
    return bytes.toByteArray();
  }

  private static String describe(InputEvent event) {
    return switch (event) {
      case Key key -> {
        String name =
            key.type() == KeyType.Character
                ? key.codePoint() == ' ' ? "Space" : Character.toString(key.codePoint())
                : key.type().name();
        yield modifiers(key.ctrl(), key.alt(), key.shift()) + name;
      }
      case Mouse mouse ->
          "%s%s:%s@%d,%d"
              .formatted(
                  modifiers(mouse.ctrl(), mouse.alt(), mouse.shift()),
                  mouse.action(),
                  mouse.button(),
                  mouse.x(),
                  mouse.y());
      case InputEvent.Paste(String text) ->
          "Paste(" + text.replace("\033", "\\e").replace("\t", "\\x09") + ")";
      case InputEvent.Focus(boolean gained) -> gained ? "FocusGained" : "FocusLost";
      case InputEvent.Resize _, InputEvent.TerminalLost _ -> throw new AssertionError(event);
    };
  }

  private static String modifiers(boolean ctrl, boolean alt, boolean shift) {
    return (ctrl ? "Ctrl+" : "") + (alt ? "Alt+" : "") + (shift ? "Shift+" : "");
  }
}
