package iftoprs.adapters.tui.view;

import iftoprs.domain.screen.AlarmText;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.text.Times;
import iftoprs.ports.SourceState;
import java.util.Optional;

/**
 * What the line below the flows tells: a message for some seconds, or what keeps the figures from
 * being the present for as long as it does.
 *
 * @param text what is told
 * @param brief the same where room is short
 * @param passing whether it goes by itself soon
 * @param alarming whether it is in the colour of alerts
 * @param click what a click on it asks for
 */
record News(String text, String brief, boolean passing, boolean alarming, Optional<Command> click) {

  static Optional<News> of(Scene scene) {
    ScreenState state = scene.state();
    return state.message().map(News::message).or(() -> standing(scene));
  }

  static News message(String text) {
    boolean alert = text.startsWith(AlarmText.SIGN);
    Optional<Command> list = alert ? Optional.of(new Command.ShowAlerts()) : Optional.empty();
    return new News(text, text, true, alert, list);
  }

  private static Optional<News> standing(Scene scene) {
    if (scene.state().paused().isPresent()) {
      long nanos = scene.newest().head().timeNanos() - scene.shown().head().timeNanos();
      String age = Times.duration(nanos) + " old, P resumes";
      Optional<Command> resume = Optional.of(new Command.Pause());
      return Optional.of(new News("⏸ PAUSED, " + age, "⏸ " + age, false, true, resume));
    }
    return switch (scene.shown().head().state()) {
      case SourceState.Capturing capturing -> Optional.empty();
      case SourceState.Restarting restarting -> Optional.of(restart(scene, restarting));
      case SourceState.Ended ended -> Optional.of(end(ended.note()));
    };
  }

  private static News end(String note) {
    String text = note.isEmpty() ? "end of capture" : "ended: " + note;
    return lasting(text, text);
  }

  private static News restart(Scene scene, SourceState.Restarting restarting) {
    long nanos = restarting.nextAttemptNanos() - scene.shown().head().timeNanos();
    String when = "restarting in " + Times.duration(Math.max(0, nanos));
    return lasting("capture " + when + ": " + restarting.reason(), when);
  }

  private static News lasting(String text, String brief) {
    return new News(text, brief, false, true, Optional.empty());
  }
}
