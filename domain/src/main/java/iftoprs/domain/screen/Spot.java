package iftoprs.domain.screen;

/**
 * Where the pointer is.
 *
 * @param x column of the screen, from 0
 * @param y row of the screen, from 0
 * @param target what is there: below a tooltip, unless it is a hint of the tooltip
 * @param onTip whether a tooltip covers it
 */
public record Spot(int x, int y, Target target, boolean onTip) {

  /** A hand is not that steady. */
  boolean isBeside(Spot other) {
    return Math.abs(x - other.x) <= 1 && Math.abs(y - other.y) <= 1;
  }
}
