package iftoprs.adapters.tui.grid;

/** How many colours the terminal can show. */
public enum ColourMode {
  /** 24-bit colours. */
  TRUECOLOUR,
  /** The 256 colours of xterm. */
  INDEXED,
  /** The 16 colours that the user's terminal defines. */
  BASIC,
  /** No colour: bold, underline and reverse alone. */
  NONE
}
