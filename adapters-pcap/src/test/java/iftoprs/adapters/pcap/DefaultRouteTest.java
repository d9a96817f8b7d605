package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class DefaultRouteTest {

  private static final String HEADER =
      "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";

  @Test
  void default_route_of_the_lowest_metric_wins() throws IOException {
    String table =
        HEADER
            + "wlan0\t00000000\t010200C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
            + "eth0\t00000000\t010200C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n"
            + "eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n";
    assertThat(DefaultRoute.ipv4(new StringReader(table))).contains("eth0");
  }

  @Test
  void routes_to_networks_and_rejecting_routes_do_not_count() throws IOException {
    String table =
        HEADER
            + "tun0\t00000000\t00000000\t0001\t0\t0\t0\t00000080\t0\t0\t0\n"
            + "*\t00000000\t00000000\t0200\t0\t0\t0\t00000000\t0\t0\t0\n"
            + "too short\n";
    assertThat(DefaultRoute.ipv4(new StringReader(table))).isEmpty();
  }

  @Test
  void ipv6_route_is_found_among_those_of_the_loopback() throws IOException {
    String zero = "0".repeat(32);
    String rest = " 00 " + zero + " 00 ";
    String table =
        "20010db8000000000000000000000000 40 %s 00 %s 00000100 00000001 00000000 00000001 eth1%n"
                .formatted(zero, zero)
            + zero
            + rest
            + zero
            + " ffffffff 00000001 00000000 00200200       lo\n"
            + zero
            + rest
            + "fe800000000000000000000000000001"
            + " 00000400 00000001 00000000 00000003     eth0\n";
    assertThat(DefaultRoute.ipv6(new StringReader(table))).contains("eth0");
  }
}
