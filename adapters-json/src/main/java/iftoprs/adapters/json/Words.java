package iftoprs.adapters.json;

import iftoprs.ports.Transport;
import java.util.HexFormat;
import tools.jackson.core.io.SerializedString;

/** Words that stand in every row, encoded once: protocols. */
final class Words {

  private static final int ARP = Transport.ARP.number();
  private static final SerializedString ARP_WORD = new SerializedString(Transport.ARP.keyword());

  private static final SerializedString[] PROTOCOLS = protocols();

  private Words() {}

  private static SerializedString[] protocols() {
    SerializedString[] words = new SerializedString[256];
    for (int number = 0; number < words.length; number++) {
      words[number] = new SerializedString(new Transport(number).keyword());
    }
    return words;
  }

  static SerializedString of(Transport transport) {
    return transport.number() == ARP ? ARP_WORD : PROTOCOLS[transport.number()];
  }

  /** An EtherType in the stream's spelling: four hexadecimal digits, or why there is none. */
  static String etherType(int number) {
    return switch (number) {
      case 0 -> "802.3";
      case 0xffff -> "more";
      default -> "0x" + HexFormat.of().toHexDigits((short) number);
    };
  }
}
