package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What changes are told of is shown with real devices in {@link NamespaceIT}. */
class DeviceNewsTest {

  @Test
  void first_answer_is_yes_for_what_came_before_is_not_known() {
    DeviceNews news = new DeviceNews();
    assertThat(news.any()).isTrue();
    news.close();
  }

  @Test
  void silence_is_no_news_where_the_system_tells() {
    assumeThat(Platform.LINUX).isTrue();
    DeviceNews news = new DeviceNews();
    news.any();
    // Other tests of this machine may change devices: but not without end.
    assertThat(Stream.generate(news::any).limit(1000)).contains(false);
    news.close();
  }
}
