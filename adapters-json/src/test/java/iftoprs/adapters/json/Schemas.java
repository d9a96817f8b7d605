package iftoprs.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schemas, made strict: a field that they do not name is an error here. */
enum Schemas {
  SNAPSHOT("iftoprs-snapshot-1.json"),
  ALERT("iftoprs-alert-1.json"),
  REPORT("iftoprs-report-1.json");

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Schema schema;

  Schemas(String file) {
    try {
      String published = Files.readString(Path.of("../docs/schema", file));
      String strict =
          published.replace(
              "\"type\": \"object\"", "\"type\": \"object\", \"additionalProperties\": false");
      assertThat(strict).isNotEqualTo(published);
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(strict, InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Parses a text that must follow the schema. */
  JsonNode read(String json) {
    assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
    return MAPPER.readTree(json);
  }

  /** Whether a text follows the schema. */
  boolean accepts(String json) {
    return schema.validate(json, InputFormat.JSON).isEmpty();
  }
}
