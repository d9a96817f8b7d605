package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadPathTest {

  @AfterEach
  void clear() {
    System.clearProperty(ReadPath.PROPERTY);
  }

  @Test
  void foreign_functions_are_used_unless_pcap4j_is_asked_for() {
    assertThat(ReadPath.ofThisRun()).isEqualTo(ReadPath.FOREIGN);
    System.setProperty(ReadPath.PROPERTY, "pcap4j");
    assertThat(ReadPath.ofThisRun()).isEqualTo(ReadPath.PCAP4J);
  }

  @ParameterizedTest(name = "DLT {0} is LINKTYPE {1}")
  @CsvSource({"0, 0", "1, 1", "11, 100", "12, 101", "14, 101", "113, 113", "276, 276"})
  void old_numbers_of_link_types_are_turned_into_those_of_files(int dlt, int linkType) {
    assertThat(LinkTypes.ofDlt(dlt)).isEqualTo(linkType);
  }
}
