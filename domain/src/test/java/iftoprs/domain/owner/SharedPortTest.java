package iftoprs.domain.owner;

import static iftoprs.domain.owner.OwnerCases.ask;
import static iftoprs.domain.owner.OwnerCases.index;
import static iftoprs.domain.owner.OwnerCases.scan;
import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.owner.Attribution.Owned;
import iftoprs.domain.owner.Attribution.Quality;
import org.junit.jupiter.api.Test;

/** Whose a flow is when several processes listen at its port. */
class SharedPortTest {

  @Test
  void a_port_that_two_programs_share_is_neithers_until_a_connection_tells() {
    SocketIndex index =
        index(
            "TCP 0.0.0.0:80 - 50 web",
            "TCP 0.0.0.0:80 - 60 other",
            "TCP 10.0.0.1:80 8.8.8.8:999 60 other",
            "UDP 0.0.0.0:80 - 50 web",
            "UDP 0.0.0.0:80 - 60 other");
    assertThat(ask(index, "TCP", "10.0.0.1:80", "8.8.8.8:998", 99, 100.5))
        .isEqualTo(Attribution.NO_SOCKET);
    assertThat(ask(index, "UDP", "10.0.0.1:80", "8.8.8.8:998", 99, 100.5))
        .isEqualTo(Attribution.NO_SOCKET);
    assertThat(ask(index, "TCP", "10.0.0.1:80", "8.8.8.8:999", 99, 100.5))
        .isEqualTo(new Owned(60, "other", Quality.EXACT));
  }

  @Test
  void who_had_the_connection_counts_before_those_that_share_its_port() {
    String[] listeners = {"TCP 0.0.0.0:80 - 50 web", "TCP 0.0.0.0:80 - 60 web"};
    SocketIndex index =
        index(listeners[0], listeners[1], "TCP 10.0.0.1:80 8.8.8.8:9 60 web")
            .next(scan(101, listeners));
    assertThat(ask(index, "TCP", "10.0.0.1:80", "8.8.8.8:9", 99, 100.5))
        .isEqualTo(new Owned(60, "web", Quality.RECENT));
  }
}
