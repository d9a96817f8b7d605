package iftoprs.adapters.json;

import iftoprs.domain.flow.LossLedger;
import iftoprs.domain.flow.Unaccounted;
import iftoprs.domain.flow.Unaccounted.EtherTypeSum;
import java.util.List;

/** The fields that stream and report share: traffic of no flow, and what was never received. */
final class LedgerFields {

  private LedgerFields() {}

  static void unaccounted(JsonOutput json, List<Unaccounted> buckets) {
    json.beginArray(Field.UNACCOUNTED);
    for (Unaccounted bucket : buckets) {
      json.beginObject();
      json.text(Field.REASON, bucket.bucket().word());
      json.number(Field.PACKETS, bucket.packets());
      json.number(Field.BYTES, bucket.bytes());
      if (bucket.sides().isPresent()) {
        json.number(Field.TX_BYTES, bucket.sides().get().sent());
        json.number(Field.RX_BYTES, bucket.sides().get().received());
      }
      if (!bucket.etherTypes().isEmpty()) {
        etherTypes(json, bucket.etherTypes());
      }
      json.endObject();
    }
    json.endArray();
  }

  private static void etherTypes(JsonOutput json, List<EtherTypeSum> sums) {
    json.beginArray(Field.ETHERTYPES);
    for (EtherTypeSum sum : sums) {
      json.beginObject();
      json.text(Field.ETHERTYPE, Words.etherType(sum.etherType()));
      json.number(Field.PACKETS, sum.packets());
      json.number(Field.BYTES, sum.bytes());
      json.endObject();
    }
    json.endArray();
  }

  static void loss(JsonOutput json, LossLedger loss) {
    json.beginObject(Field.LOSS);
    json.number(Field.KERNEL, loss.kernel());
    json.number(Field.INTERFACE, loss.device());
    json.number(Field.INTERNAL, loss.internal());
    if (loss.timeSteps() > 0) {
      json.number(Field.TIME_STEPS, loss.timeSteps());
    }
    json.endObject();
  }
}
