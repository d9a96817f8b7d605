package iftoprs.violations.cycle.egg;

import iftoprs.violations.cycle.hen.Hen;

/** Needs the hen, which needs the egg. */
public final class Egg {

  Hen other;
}
