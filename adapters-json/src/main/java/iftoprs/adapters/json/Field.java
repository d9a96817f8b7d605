package iftoprs.adapters.json;

import java.util.Locale;
import tools.jackson.core.io.SerializedString;

/** Names of the fields in both schemas, encoded once. */
enum Field {
  SCHEMA,
  SEQ,
  TIME,
  ELAPSED,
  CAPTURE,
  REFRESH,
  FRAMES,
  PACKETS,
  BYTES,
  TX_BYTES,
  RX_BYTES,
  TX_PACKETS,
  RX_PACKETS,
  RATE_2S,
  RATE_10S,
  RATE_40S,
  TX_RATE_2S,
  TX_RATE_10S,
  TX_RATE_40S,
  RX_RATE_2S,
  RX_RATE_10S,
  RX_RATE_40S,
  PEAK_TX,
  PEAK_RX,
  PEAK_TOTAL,
  FLOW_COUNT,
  FLOWS,
  SOURCE,
  SOURCE_PORT,
  SOURCE_HOST,
  SOURCE_SERVICE,
  DESTINATION,
  DESTINATION_PORT,
  DESTINATION_HOST,
  DESTINATION_SERVICE,
  PROTOCOL,
  PROTOCOL_NUMBER,
  DIRECTION_BASIS,
  PARTIAL,
  FIRST_SEEN,
  LAST_SEEN,
  PID,
  PROCESS,
  OTHER_OWNERS,
  ATTRIBUTION,
  IDLE,
  UNACCOUNTED,
  REASON,
  ETHERTYPES,
  ETHERTYPE,
  LOSS,
  KERNEL,
  INTERFACE,
  INTERNAL,
  TIME_STEPS,
  STATE,
  ERROR,
  RETRY_IN,
  NOTE,
  CONVERSATIONS,
  FIRST,
  LAST;

  private final SerializedString json = new SerializedString(name().toLowerCase(Locale.ROOT));

  /** The name as it stands in JSON. */
  SerializedString json() {
    return json;
  }
}
