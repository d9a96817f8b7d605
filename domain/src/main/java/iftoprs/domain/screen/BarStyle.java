package iftoprs.domain.screen;

/** How a bar looks. */
public enum BarStyle {
  /** A tint that grows stronger to the right. */
  GRADIENT("Gradient"),
  /** One tint. */
  SOLID("Solid"),
  /** A line at the foot of the row. */
  THIN("Thin"),
  /** Hash signs, for terminals without colours. */
  ASCII("Ascii");

  private final String spelling;

  BarStyle(String spelling) {
    this.spelling = spelling;
  }

  /** As it is written among the preferences. */
  public String spelling() {
    return spelling;
  }
}
