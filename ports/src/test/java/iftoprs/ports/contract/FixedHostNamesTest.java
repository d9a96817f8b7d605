package iftoprs.ports.contract;

import iftoprs.ports.HostNames;
import java.util.Map;

class FixedHostNamesTest extends HostNamesContract {

  @Override
  protected HostNames names(Map<String, String> world) {
    FixedHostNames names = new FixedHostNames();
    world.forEach(names::name);
    return names;
  }

  @Override
  protected HostNames silence() {
    return new FixedHostNames();
  }
}
