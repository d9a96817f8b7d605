package iftoprs.ports.contract;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.ServiceNames;
import iftoprs.ports.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link ServiceNames} must know and must not invent. */
public abstract class ServiceNamesContract {

  /** The names under test; they must know ssh, domain, http, https and ntp. */
  protected abstract ServiceNames names();

  @ParameterizedTest
  @CsvSource({
    "6, 22, ssh",
    "6, 53, domain",
    "17, 53, domain",
    "6, 80, http",
    "6, 443, https",
    "17, 123, ntp"
  })
  void well_known_services_have_their_registered_name(int transport, int port, String name) {
    assertThat(names().nameOf(new Transport(transport), port)).contains(name);
  }

  @Test
  void a_name_belongs_to_its_transport() {
    assertThat(names().nameOf(new Transport(33), 123)).isEmpty();
  }

  @Test
  void a_port_without_a_service_has_no_name() {
    assertThat(names().nameOf(Transport.TCP, 65_535)).isEmpty();
    assertThat(names().nameOf(Transport.TCP, 1_024)).isEmpty();
  }

  @Test
  void a_transport_without_ports_has_no_services() {
    assertThat(names().nameOf(Transport.ICMP, 80)).isEmpty();
    assertThat(names().nameOf(Transport.ARP, 80)).isEmpty();
  }
}
