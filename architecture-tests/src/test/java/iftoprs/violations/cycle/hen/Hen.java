package iftoprs.violations.cycle.hen;

import iftoprs.violations.cycle.egg.Egg;

/** Needs the egg, which needs the hen. */
public final class Hen {

  Egg other;
}
