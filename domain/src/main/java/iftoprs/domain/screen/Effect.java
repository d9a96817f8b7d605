package iftoprs.domain.screen;

import iftoprs.domain.flow.Interest;
import iftoprs.domain.flow.Snapshot;
import iftoprs.ports.Preferences;

/** Something to be done outside the screen. */
public sealed interface Effect {

  /** Leave the program. */
  record Quit() implements Effect {}

  /** Give the terminal back and stop until the shell says go on. */
  record Suspend() implements Effect {}

  /**
   * Remember choices.
   *
   * @param changed only those that changed
   */
  record SaveSettings(Preferences changed) implements Effect {}

  /**
   * Publish snapshots at another interval.
   *
   * @param seconds 1, 2, 5 or 10
   */
  record SetRefresh(int seconds) implements Effect {}

  /**
   * Begin or stop to ask which process owns a flow.
   *
   * @param on whether to ask
   */
  record LookUpOwners(boolean on) implements Effect {}

  /**
   * Ask the system about a device, and answer with {@link Command.LinkIs}.
   *
   * @param device its name
   */
  record AskLink(String device) implements Effect {}

  /**
   * The user looks at other flows: their history is wanted, and they shall stay when idle.
   *
   * @param interest the flows
   */
  record Watch(Interest interest) implements Effect {}

  /**
   * Look at the devices of this host.
   *
   * @param opens whether the answer shall open their list
   */
  record SurveyDevices(boolean opens) implements Effect {}

  /**
   * Capture on another device.
   *
   * @param name which
   */
  record SwitchDevice(String name) implements Effect {}

  /** Ring the terminal's bell. */
  record Bell() implements Effect {}

  /** Something that may take a while and ends in a line of news. */
  sealed interface Errand extends Effect {}

  /**
   * Give a text to the clipboard.
   *
   * @param text one line, safe to print
   */
  record Copy(String text) implements Errand {}

  /**
   * Write figures into a file.
   *
   * @param form in which form
   * @param snapshot the figures on screen
   */
  record Export(ExportForm form, Snapshot snapshot) implements Errand {}
}
