package iftoprs.domain.screen;

import java.util.List;

/**
 * What a command led to.
 *
 * @param state the screen afterwards
 * @param effects what else is to be done, in order
 */
public record Transition(ScreenState state, List<Effect> effects) {

  /** Copies the list. */
  public Transition {
    effects = List.copyOf(effects);
  }
}
