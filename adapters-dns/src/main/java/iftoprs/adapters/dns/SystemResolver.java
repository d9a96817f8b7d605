package iftoprs.adapters.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.config.ResolvConfResolverConfigProvider;

/**
 * The servers of {@code resolv.conf}, found when first needed and anew when the file changes, as it
 * does when a laptop changes its network.
 *
 * <p>dnsjava's own search also starts JNDI and more, which takes longer than a first frame may. Any
 * thread; blocks for a moment.
 */
final class SystemResolver {

  private static final Path CONFIGURATION = Path.of("/etc/resolv.conf");
  private static final int MAX_SERVERS = 3;
  private static final Duration SERVER_TIME_OUT = Duration.ofSeconds(2);
  private static final Duration TIME_OUT = Duration.ofSeconds(5);

  private SystemResolver() {}

  /** Resolvers that ask by way of these. */
  static Supplier<Resolver> by(Questions questions) {
    return new ReadAnew<>(CONFIGURATION, () -> over(servers(), questions));
  }

  /** A resolver that asks these servers in turn and waits 5 s in all. */
  static Resolver over(List<InetSocketAddress> servers, Questions questions) {
    List<Resolver> each = new ArrayList<>();
    for (InetSocketAddress server : servers) {
      OneServer resolver = new OneServer(server, questions);
      resolver.setTimeout(SERVER_TIME_OUT);
      each.add(resolver);
    }
    ExtendedResolver all = new ExtendedResolver(each);
    all.setRetries(2);
    all.setTimeout(TIME_OUT);
    return all;
  }

  /** As resolv.conf(5): the first three, or this host when none is named. */
  private static List<InetSocketAddress> servers() {
    ResolvConfResolverConfigProvider provider = new ResolvConfResolverConfigProvider();
    provider.initialize();
    List<InetSocketAddress> servers = provider.servers().stream().limit(MAX_SERVERS).toList();
    return servers.isEmpty()
        ? List.of(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), SimpleResolver.DEFAULT_PORT))
        : servers;
  }
}
