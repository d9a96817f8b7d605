package iftoprs.adapters.dns;

import iftoprs.ports.HostNames;
import iftoprs.ports.contract.HostNamesContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.ReverseMap;

class DnsjavaHostNamesContractTest extends HostNamesContract {

  private final List<AutoCloseable> opened = new ArrayList<>();

  @Override
  protected HostNames names(Map<String, String> world) {
    Map<Name, String> byOwner = new HashMap<>();
    world.forEach(
        (address, name) -> byOwner.put(ReverseMap.fromAddress(address(address).toBytes()), name));
    return over((query, overTcp) -> answer(byOwner, query));
  }

  @Override
  protected HostNames silence() {
    return over((query, overTcp) -> LoopbackServer.SILENCE);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  private static byte[] answer(Map<Name, String> byOwner, Message query) {
    String name = byOwner.get(query.getQuestion().getName());
    return name == null
        ? LoopbackServer.code(query, Rcode.NXDOMAIN)
        : LoopbackServer.answer(query, LoopbackServer.pointer(query, name)).toWire();
  }

  private HostNames over(LoopbackServer.Behaviour behaviour) {
    try {
      LoopbackServer server = new LoopbackServer(behaviour);
      DnsjavaHostNames names =
          new DnsjavaHostNames(
              new NameCache(1_000, System::nanoTime),
              () -> HostsFile.parse(""),
              () -> SystemResolver.over(List.of(server.address()), new Questions()),
              new Questions(),
              true);
      opened.add(names);
      opened.add(server);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
