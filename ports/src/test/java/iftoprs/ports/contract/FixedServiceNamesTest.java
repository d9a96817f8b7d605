package iftoprs.ports.contract;

import iftoprs.ports.ServiceNames;

class FixedServiceNamesTest extends ServiceNamesContract {

  @Override
  protected ServiceNames names() {
    return new FixedServiceNames();
  }
}
