package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.DeviceSurvey.Traffic;
import org.junit.jupiter.api.Test;

class SystemSurveyTest {

  private static final String HEADING =
      """
      Inter-|   Receive                                                |  Transmit
       face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop\
       fifo colls carrier compressed
      """;

  @Test
  void bytes_of_each_device_are_read_and_any_is_all_of_them() {
    String text =
        HEADING
            + "    lo:  500  7 0 0 0 0 0 0  500  7 0 0 0 0 0 0\n"
            + "  eth0: 9999999999  4 0 0 0 0 0 0  1000  4 0 0 0 0 0 0\n"
            + "eth0:1:20  4 0 0 0 0 0 0  30  4 0 0 0 0 0 0\n";

    assertThat(SystemSurvey.parse(text))
        .containsOnlyKeys("lo", "eth0", "eth0:1", "any")
        .containsEntry("lo", new Traffic(500, 500))
        .containsEntry("eth0", new Traffic(1000, 9_999_999_999L))
        .containsEntry("eth0:1", new Traffic(30, 20))
        .containsEntry("any", new Traffic(1530, 10_000_000_519L));
  }

  @Test
  void what_is_not_as_documented_is_left_out() {
    assertThat(SystemSurvey.parse("")).isEmpty();
    assertThat(SystemSurvey.parse(HEADING)).isEmpty();
    assertThat(SystemSurvey.parse("eth0: 1 2 3\nx: a b c d e f g h i j k l m n o p\n")).isEmpty();
  }

  @Test
  void the_loopback_device_of_this_host_is_surveyed() throws Exception {
    assertThat(new SystemSurvey().read().devices())
        .anyMatch(device -> device.device().loopback() && device.device().up());
  }
}
