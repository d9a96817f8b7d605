package iftoprs.adapters.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;

class SystemResolverTest {

  @Test
  void the_servers_are_found_once_while_the_configuration_stays() {
    Supplier<Resolver> resolver = SystemResolver.by(new Questions());
    assertThat(resolver.get()).isSameAs(resolver.get());
  }

  @Test
  void there_is_a_server_to_ask_even_without_configuration() {
    assertThat(((ExtendedResolver) SystemResolver.by(new Questions()).get()).getResolvers())
        .isNotEmpty();
  }

  @Test
  void all_servers_together_have_five_seconds() {
    InetSocketAddress server = new InetSocketAddress("127.0.0.1", 53);
    assertThat(SystemResolver.over(List.of(server, server), new Questions()).getTimeout())
        .isEqualTo(Duration.ofSeconds(5));
  }
}
