package iftoprs.demo;

import java.util.Random;

/** Something that happens on the network, from its first frame to its last. */
interface Scene {

  /**
   * Sends all frames of this scene, in any order of time.
   *
   * @param wire where they go
   * @param random the only source of irregularity
   */
  void play(Wire wire, Random random);
}
