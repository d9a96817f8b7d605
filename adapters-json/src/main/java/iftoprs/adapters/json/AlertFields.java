package iftoprs.adapters.json;

import iftoprs.domain.flow.Alert;
import iftoprs.domain.flow.Alerts;
import iftoprs.domain.owner.Attribution;

/** What a line says of alerts, in the stream and to a command. */
final class AlertFields {

  private final JsonOutput json;
  private final EndFields ends;
  private long written;

  AlertFields(JsonOutput json, EndFields ends) {
    this.json = json;
    this.ends = ends;
  }

  /** The alerts since the last call, so that a line that was left out loses none. */
  void write(Alerts alerts) {
    if (!alerts.areWanted()) {
      return;
    }
    json.number(Field.ALERT_THRESHOLD, alerts.threshold());
    json.number(Field.ALERTS_RAISED, alerts.raised());
    json.number(Field.ALERTS_ACTIVE, alerts.active());
    json.beginArray(Field.ALERTS);
    for (Alert alert : alerts.since(written)) {
      json.beginObject();
      fields(alert);
      json.endObject();
    }
    json.endArray();
    written = alerts.raised();
  }

  void fields(Alert alert) {
    json.number(Field.NUMBER, alert.number());
    json.seconds(Field.TIME, alert.timeNanos());
    json.text(Field.CAPTURE, alert.device());
    ends.write(alert.key());
    json.number(Field.RATE, alert.rate());
    json.number(Field.TX_RATE, alert.sent());
    json.number(Field.RX_RATE, alert.received());
    json.number(Field.THRESHOLD, alert.threshold());
    if (alert.owner() instanceof Attribution.Owned owner) {
      json.number(Field.PID, owner.pid());
      json.text(Field.PROCESS, owner.process());
    }
    json.text(Field.ATTRIBUTION, alert.owner().word());
  }
}
