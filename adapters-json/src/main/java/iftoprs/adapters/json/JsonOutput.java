package iftoprs.adapters.json;

import iftoprs.ports.IpAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * Jackson's generator on a reused buffer: fields with fixed names, nothing written to the target
 * before it is asked for.
 *
 * <p>For all that is written once a line; the many rows of flows and conversations come from {@link
 * FlowText} and {@link JsonReport}.
 *
 * <p>Text is escaped down to printable ASCII, so that a hostile name cannot steer the terminal that
 * a stream is looked at with. Not thread-safe.
 */
final class JsonOutput {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().rootValueSeparator((String) null).highestNonEscapedChar('~').build();

  private final OutputStream out;
  private final AsciiText ascii = new AsciiText();
  private final char[] fraction = new char[7];
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1 << 12);
  private final JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), buffer);

  JsonOutput(OutputStream out) {
    this.out = out;
  }

  void beginObject() {
    json.writeStartObject();
  }

  void beginObject(Field name) {
    json.writeName(name.json());
    json.writeStartObject();
  }

  void endObject() {
    json.writeEndObject();
  }

  void beginArray(Field name) {
    json.writeName(name.json());
    json.writeStartArray();
  }

  void endArray() {
    json.writeEndArray();
  }

  void number(Field name, long value) {
    json.writeName(name.json());
    json.writeNumber(value);
  }

  void flag(Field name, boolean value) {
    json.writeName(name.json());
    json.writeBoolean(value);
  }

  void text(Field name, String value) {
    json.writeName(name.json());
    json.writeString(value);
  }

  /** A word that is encoded once and for all. */
  void word(Field name, SerializedString value) {
    json.writeName(name.json());
    json.writeString(value);
  }

  void address(Field name, IpAddress value) {
    json.writeName(name.json());
    ascii.clear().add(value);
    json.writeRawUTF8String(ascii.bytes(), 0, ascii.length());
  }

  /** Nanoseconds as seconds with six decimals, truncated, never with an exponent. */
  void seconds(Field name, long nanos) {
    json.writeName(name.json());
    if (nanos < 0) {
      json.writeNumber(ascii.clear().addSeconds(nanos, 6).toString());
      return;
    }
    long seconds = nanos / 1_000_000_000L;
    int micros = (int) (nanos - seconds * 1_000_000_000L) / 1000;
    for (int i = 6; i > 0; i--) {
      fraction[i] = (char) ('0' + micros % 10);
      micros /= 10;
    }
    fraction[0] = '.';
    json.writeNumber(seconds);
    json.writeRaw(fraction, 0, fraction.length);
  }

  /** A number with six decimals, never with an exponent. */
  void millionths(Field name, long value) {
    seconds(name, value * 1000);
  }

  /** Puts JSON that was written elsewhere behind what was written here, and clears it. */
  void take(AsciiText elements) {
    json.flush();
    buffer.write(elements.bytes(), 0, elements.length());
    elements.clear();
  }

  void endLine() {
    json.writeRaw('\n');
  }

  /** Hands over what was written so far in one write. */
  void drain() throws IOException {
    json.flush();
    if (buffer.size() == 0) {
      return;
    }
    buffer.writeTo(out);
    buffer.reset();
  }
}
