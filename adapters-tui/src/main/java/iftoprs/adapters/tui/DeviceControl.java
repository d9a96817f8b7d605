package iftoprs.adapters.tui;

import iftoprs.ports.CaptureException;
import iftoprs.ports.DeviceSurvey;
import java.util.function.Consumer;

/**
 * What the screen may ask about devices.
 *
 * @param survey looks at them; may block
 * @param expected says that a switch is likely; returns at once
 * @param switchTo captures on another device; returns at once, and the outcome comes to {@link
 *     Tui#opened} or {@link Tui#say}
 */
public record DeviceControl(DeviceSurvey survey, Runnable expected, Consumer<String> switchTo) {

  /**
   * For a run that has no devices to choose from.
   *
   * @param why one line for the user
   */
  public static DeviceControl none(String why) {
    DeviceSurvey refusal =
        () -> {
          throw new CaptureException(CaptureException.Reason.NO_SUCH_DEVICE, why);
        };
    return new DeviceControl(refusal, () -> {}, name -> {});
  }
}
