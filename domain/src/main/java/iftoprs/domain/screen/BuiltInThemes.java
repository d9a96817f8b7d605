package iftoprs.domain.screen;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The palettes that come with the program, in the order of the chooser; the first is the default.
 *
 * <p>The 31 palettes of xterm indexes are those of iftoprs, MIT licence, copyright 2026
 * MenkeTechnologies; what is made of them is this project's. Two more are ours: one for light
 * terminals, one that stays clear with any colour vision (hues after Okabe and Ito, "Color
 * Universal Design", 2008).
 */
public final class BuiltInThemes {

  /** All of them. */
  public static final List<ThemeColours> ALL =
      List.of(
          numbered("NeonSprawl", "Neon Sprawl", 27, 48, 135, 141, 63, 99),
          numbered("AcidRain", "Acid Rain", 28, 46, 34, 40, 22, 35),
          numbered("IceBreaker", "Ice Breaker", 19, 39, 25, 33, 21, 32),
          numbered("SynthWave", "Synth Wave", 91, 177, 128, 134, 93, 97),
          numbered("RustBelt", "Rust Belt", 172, 214, 178, 220, 166, 130),
          numbered("GhostWire", "Ghost Wire", 37, 50, 44, 87, 30, 23),
          numbered("RedSector", "Red Sector", 160, 203, 196, 210, 124, 88),
          numbered("SakuraDen", "Sakura Den", 175, 218, 182, 225, 169, 132),
          numbered("DataStream", "Data Stream", 22, 46, 28, 119, 34, 22),
          numbered("SolarFlare", "Solar Flare", 202, 220, 196, 213, 160, 125),
          numbered("NeonNoir", "Neon Noir", 201, 231, 93, 219, 57, 53),
          numbered("ChromeHeart", "Chrome Heart", 250, 255, 246, 253, 243, 239),
          numbered("BladeRunner", "Blade Runner", 208, 37, 166, 73, 130, 23),
          numbered("VoidWalker", "Void Walker", 55, 99, 54, 141, 92, 17),
          numbered("ToxicWaste", "Toxic Waste", 118, 190, 154, 226, 82, 58),
          numbered("CyberFrost", "Cyber Frost", 159, 195, 153, 189, 111, 67),
          numbered("PlasmaCore", "Plasma Core", 199, 213, 163, 207, 126, 89),
          numbered("SteelNerve", "Steel Nerve", 68, 110, 60, 146, 24, 236),
          numbered("DarkSignal", "Dark Signal", 30, 43, 23, 79, 29, 16),
          numbered("GlitchPop", "Glitch Pop", 201, 51, 226, 47, 196, 21),
          numbered("HoloShift", "Holo Shift", 123, 219, 159, 183, 87, 133),
          numbered("NightCity", "Night City", 214, 227, 209, 223, 172, 94),
          numbered("DeepNet", "Deep Net", 19, 33, 17, 75, 26, 16),
          numbered("LaserGrid", "Laser Grid", 46, 201, 51, 226, 196, 21),
          numbered("QuantumFlux", "Quantum Flux", 135, 75, 171, 111, 98, 61),
          numbered("BioHazard", "Bio Hazard", 148, 184, 106, 192, 64, 22),
          numbered("Darkwave", "Darkwave", 53, 140, 89, 176, 127, 52),
          numbered("Overlock", "Overlock", 196, 208, 160, 214, 124, 52),
          numbered("Megacorp", "Megacorp", 252, 39, 245, 81, 242, 236),
          numbered("Zaibatsu", "Zaibatsu", 167, 216, 131, 224, 95, 52),
          numbered("Iftopcolor", "iftopcolor", 21, 46, 28, 48, 33, 19),
          mixed(
              "Daylight",
              "Daylight",
              true,
              0x0057B8,
              0x00695C,
              0x7B3FA0,
              0xA24100,
              0x4A5AB8,
              0x3D6FD0),
          mixed(
              "ClearSight",
              "Clear Sight",
              false,
              0x56B4E9,
              0xF0E442,
              0xCC79A7,
              0xE69F00,
              0x9AD0F5,
              0x0072B2));

  private BuiltInThemes() {}

  /** The names as they are stored. */
  public static List<String> names() {
    return ALL.stream().map(ThemeColours::name).toList();
  }

  private static ThemeColours numbered(String name, String title, int... numbers) {
    List<Ink> inks = IntStream.of(numbers).<Ink>mapToObj(Ink.Numbered::new).toList();
    return new ThemeColours(name, title, inks, false);
  }

  private static ThemeColours mixed(String name, String title, boolean light, int... colours) {
    List<Ink> inks = IntStream.of(colours).<Ink>mapToObj(Ink.Mixed::of).toList();
    return new ThemeColours(name, title, inks, light);
  }
}
