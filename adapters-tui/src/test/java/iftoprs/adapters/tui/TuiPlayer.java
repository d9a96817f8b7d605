package iftoprs.adapters.tui;

import iftoprs.domain.sample.Office;
import iftoprs.domain.screen.CaptureScope;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.Surroundings;
import iftoprs.ports.LinkDetails;
import iftoprs.ports.Preferences;
import iftoprs.ports.SettingsStore;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays sample traffic on the real screen, for looking at it: {@code TuiPlayer [seconds that have
 * passed already]}.
 */
final class TuiPlayer {

  private static final LinkDetails ETHERNET =
      new LinkDetails(
          Optional.of(true), OptionalInt.of(1500), OptionalInt.of(1000), Optional.of("Ethernet"));

  private TuiPlayer() {}

  public static void main(String[] arguments) throws Exception {
    Office office = new Office();
    office.after(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60);
    try (ExecutorService background = Executors.newSingleThreadExecutor()) {
      Tui tui =
          new Tui(
              Settings.DEFAULT,
              Office.lookUps(),
              new Forgetful(),
              background,
              ZoneOffset.UTC,
              CaptureScope.ALL,
              new Surroundings(
                  new Surroundings.About("1.2.3", "2026-03-01", "MIT", "", "Java 25.0.1+8"),
                  true,
                  Optional.empty()));
      Controls controls =
          new Controls(office.traffic()::watch, seconds -> {}, on -> {}, device -> ETHERNET);
      Thread capture = Thread.ofPlatform().daemon().start(() -> play(office, tui));
      tui.run(
          office.traffic().newest(),
          controls,
          (form, snapshot) -> {
            throw new IOException("sample traffic");
          },
          DeviceControl.none("sample traffic"));
      capture.interrupt();
    }
  }

  private static void play(Office office, Tui tui) {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(1_000_000_000L);
      tui.show(office.tick());
    }
  }

  private static final class Forgetful implements SettingsStore {

    @Override
    public Preferences load() {
      return Preferences.EMPTY;
    }

    @Override
    public void save(Preferences preferences) {
      // Nothing is remembered.
    }
  }
}
