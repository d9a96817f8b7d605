package iftoprs.domain.flow;

/** Which traffic of a flow a figure counts, seen from the local end. */
public enum Side {
  /** What the local end sent. */
  SENT,
  /** What the local end received. */
  RECEIVED,
  /** The sum, computed from bytes: it may be 1 above the sum of the two rounded rates. */
  BOTH
}
