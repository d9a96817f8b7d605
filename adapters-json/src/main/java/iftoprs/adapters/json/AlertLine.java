package iftoprs.adapters.json;

import iftoprs.domain.flow.Alert;
import iftoprs.ports.HostNames;
import iftoprs.ports.ServiceNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One alert as one line of JSON, schema {@value #SCHEMA}. One thread. */
public final class AlertLine {

  /** Name of the schema; {@code docs/schema/iftoprs-alert-1.json} describes it. */
  public static final String SCHEMA = "iftoprs-alert/1";

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final JsonOutput json = new JsonOutput(line);
  private final AlertFields fields;

  /**
   * Creates a writer.
   *
   * @param hosts names of addresses
   * @param services names of ports
   */
  public AlertLine(HostNames hosts, ServiceNames services) {
    this.fields = new AlertFields(json, new EndFields(json, hosts, services));
  }

  /** The line, its end included, in ASCII. */
  public byte[] of(Alert alert) {
    line.reset();
    json.beginObject();
    json.text(Field.SCHEMA, SCHEMA);
    fields.fields(alert);
    json.endObject();
    json.endLine();
    try {
      json.drain();
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused a line", e);
    }
    return line.toByteArray();
  }
}
