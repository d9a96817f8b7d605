package iftoprs.demo;

/** How fast a transfer goes as it gets older. */
interface Rate {

  /** Bits a second, above 0. */
  double bitsPerSecond(long age);

  static Rate of(double bitsPerSecond) {
    return age -> bitsPerSecond;
  }
}
