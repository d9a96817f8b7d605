package iftoprs.adapters.json;

import iftoprs.domain.flow.DirectionRule;
import iftoprs.ports.Transport;
import java.util.Arrays;
import java.util.HexFormat;
import tools.jackson.core.io.SerializedString;

/** Words that stand in every row, encoded once: protocols and direction rules. */
final class Words {

  private static final int ARP = Transport.ARP.number();
  private static final SerializedString ARP_WORD = new SerializedString(Transport.ARP.keyword());

  private static final SerializedString[] PROTOCOLS = protocols();

  private static final SerializedString[] RULES =
      Arrays.stream(DirectionRule.values())
          .map(rule -> new SerializedString(rule.word()))
          .toArray(SerializedString[]::new);

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

  static SerializedString of(DirectionRule rule) {
    return RULES[rule.ordinal()];
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
