package iftoprs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Decisions are numbered and complete, links lead somewhere. */
class DocsTest {

  private static final Pattern REASON = Pattern.compile("because ADR (\\d+)$");

  @Test
  void decisions_are_numbered_once_and_have_their_sections_filled() throws IOException {
    assertThat(documents().wrongDecisions()).isEmpty();
  }

  @Test
  void the_index_of_decisions_is_complete() throws IOException {
    assertThat(documents().decisions()).isNotEmpty();
    assertThat(documents().decisionsOutsideOfTheIndex()).isEmpty();
  }

  @Test
  void relative_links_lead_to_a_file() throws IOException {
    assertThat(Sources.of(House.ROOT).markdown()).isNotEmpty();
    assertThat(documents().brokenLinks()).isEmpty();
  }

  @Test
  void every_rule_rests_on_a_decision() throws IOException {
    for (Map.Entry<String, ArchRule> rule : Rules.all().entrySet()) {
      Matcher reason = REASON.matcher(rule.getValue().getDescription());
      assertThat(reason.find()).as(rule.getKey()).isTrue();
      String number = "%04d".formatted(Integer.parseInt(reason.group(1)));
      assertThat(documents().decisions()).as(rule.getKey()).containsKey(number);
    }
  }

  private static Documents documents() throws IOException {
    return new Documents(Sources.of(House.ROOT));
  }
}
