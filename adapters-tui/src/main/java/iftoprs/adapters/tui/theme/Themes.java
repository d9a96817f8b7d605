package iftoprs.adapters.tui.theme;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All themes by name, in the order of the chooser; the first is the default.
 *
 * <p>The 31 palettes of xterm indexes are those of iftoprs, MIT licence, copyright 2026
 * MenkeTechnologies; what is made of them is this project's. Two more are ours: one for light
 * terminals, one that stays clear with any colour vision (hues after Okabe and Ito, "Color
 * Universal Design", 2008).
 */
public final class Themes {

  private static final List<Named> ALL =
      List.of(
          palette("NeonSprawl", "Neon Sprawl", 27, 48, 135, 141, 63, 99),
          palette("AcidRain", "Acid Rain", 28, 46, 34, 40, 22, 35),
          palette("IceBreaker", "Ice Breaker", 19, 39, 25, 33, 21, 32),
          palette("SynthWave", "Synth Wave", 91, 177, 128, 134, 93, 97),
          palette("RustBelt", "Rust Belt", 172, 214, 178, 220, 166, 130),
          palette("GhostWire", "Ghost Wire", 37, 50, 44, 87, 30, 23),
          palette("RedSector", "Red Sector", 160, 203, 196, 210, 124, 88),
          palette("SakuraDen", "Sakura Den", 175, 218, 182, 225, 169, 132),
          palette("DataStream", "Data Stream", 22, 46, 28, 119, 34, 22),
          palette("SolarFlare", "Solar Flare", 202, 220, 196, 213, 160, 125),
          palette("NeonNoir", "Neon Noir", 201, 231, 93, 219, 57, 53),
          palette("ChromeHeart", "Chrome Heart", 250, 255, 246, 253, 243, 239),
          palette("BladeRunner", "Blade Runner", 208, 37, 166, 73, 130, 23),
          palette("VoidWalker", "Void Walker", 55, 99, 54, 141, 92, 17),
          palette("ToxicWaste", "Toxic Waste", 118, 190, 154, 226, 82, 58),
          palette("CyberFrost", "Cyber Frost", 159, 195, 153, 189, 111, 67),
          palette("PlasmaCore", "Plasma Core", 199, 213, 163, 207, 126, 89),
          palette("SteelNerve", "Steel Nerve", 68, 110, 60, 146, 24, 236),
          palette("DarkSignal", "Dark Signal", 30, 43, 23, 79, 29, 16),
          palette("GlitchPop", "Glitch Pop", 201, 51, 226, 47, 196, 21),
          palette("HoloShift", "Holo Shift", 123, 219, 159, 183, 87, 133),
          palette("NightCity", "Night City", 214, 227, 209, 223, 172, 94),
          palette("DeepNet", "Deep Net", 19, 33, 17, 75, 26, 16),
          palette("LaserGrid", "Laser Grid", 46, 201, 51, 226, 196, 21),
          palette("QuantumFlux", "Quantum Flux", 135, 75, 171, 111, 98, 61),
          palette("BioHazard", "Bio Hazard", 148, 184, 106, 192, 64, 22),
          palette("Darkwave", "Darkwave", 53, 140, 89, 176, 127, 52),
          palette("Overlock", "Overlock", 196, 208, 160, 214, 124, 52),
          palette("Megacorp", "Megacorp", 252, 39, 245, 81, 242, 236),
          palette("Zaibatsu", "Zaibatsu", 167, 216, 131, 224, 95, 52),
          palette("Iftopcolor", "iftopcolor", 21, 46, 28, 48, 33, 19),
          new Named(
              "Daylight",
              "Daylight",
              new Palette(
                  List.of(0x0057B8, 0x00695C, 0x7B3FA0, 0xA24100, 0x4A5AB8, 0x3D6FD0), true)),
          new Named(
              "ClearSight",
              "Clear Sight",
              new Palette(
                  List.of(0x56B4E9, 0xF0E442, 0xCC79A7, 0xE69F00, 0x9AD0F5, 0x0072B2), false)));

  private Themes() {}

  /** The names that the config file knows, in order. */
  public static List<String> names() {
    return ALL.stream().map(Named::id).toList();
  }

  /** Names as they are shown on screen, in the same order. */
  public static List<String> displayNames() {
    return ALL.stream().map(Named::displayName).toList();
  }

  /** The theme that a new user sees. */
  public static Theme standard() {
    return ALL.getFirst().theme();
  }

  /** The theme of a name; upper and lower case, spaces and hyphens make no difference. */
  public static Optional<Theme> named(String name) {
    String wanted = simplified(name);
    for (Named candidate : ALL) {
      if (simplified(candidate.id()).equals(wanted)) {
        return Optional.of(candidate.theme());
      }
    }
    return Optional.empty();
  }

  /** A theme of the user's own. */
  public static Theme custom(String name, Palette palette) {
    return new ThemeDesign(palette).theme(name, name);
  }

  private static String simplified(String name) {
    return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
  }

  private static Named palette(
      String id, String displayName, int c1, int c2, int c3, int c4, int c5, int c6) {
    return new Named(id, displayName, Palette.ofIndexes(c1, c2, c3, c4, c5, c6));
  }

  private record Named(String id, String displayName, Palette palette) {

    Theme theme() {
      return new ThemeDesign(palette).theme(id, displayName);
    }
  }
}
