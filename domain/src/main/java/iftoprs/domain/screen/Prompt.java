package iftoprs.domain.screen;

import iftoprs.domain.text.SafeText;

/**
 * A line being typed, with the caret before one of its characters.
 *
 * @param text what was typed
 * @param caret index into the text, never inside a surrogate pair
 */
public record Prompt(String text, int caret) {

  /** Most characters; more are ignored. */
  public static final int LIMIT = 200;

  /** Nothing typed. */
  public static final Prompt EMPTY = new Prompt("", 0);

  /** One change. */
  public sealed interface Edit permits Insert, PutCaret, Stroke {}

  /**
   * Characters typed or pasted.
   *
   * @param text what
   */
  public record Insert(String text) implements Edit {}

  /**
   * Puts the caret before a character.
   *
   * @param character which one, counted in code points from 0; one behind the last means the end
   */
  public record PutCaret(int character) implements Edit {}

  /** A key that edits. */
  public enum Stroke implements Edit {
    /** One character to the left. */
    LEFT,
    /** One character to the right. */
    RIGHT,
    /** To the start. */
    HOME,
    /** To the end. */
    END,
    /** Removes the character before the caret. */
    BACKSPACE,
    /** Removes the character at the caret. */
    DELETE,
    /** Removes the word before the caret with the blanks behind it. */
    WORD,
    /** Removes everything from the caret on. */
    TO_END,
    /** Removes everything. */
    ALL
  }

  /**
   * A prompt with a text to go on with.
   *
   * @param text what stands there
   * @return a prompt with the caret at the end
   */
  public static Prompt of(String text) {
    return new Prompt(text, text.length());
  }

  /**
   * Applies a change.
   *
   * @param edit what to do
   * @return the line afterwards
   */
  public Prompt edited(Edit edit) {
    return switch (edit) {
      case Insert insert -> inserted(insert.text());
      case PutCaret put -> new Prompt(text, place(put.character()));
      case Stroke stroke -> struck(stroke);
    };
  }

  private Prompt struck(Stroke stroke) {
    return switch (stroke) {
      case LEFT -> new Prompt(text, before());
      case RIGHT -> new Prompt(text, after());
      case HOME -> new Prompt(text, 0);
      case END -> of(text);
      case BACKSPACE -> without(before(), caret);
      case DELETE -> without(caret, after());
      case WORD -> without(wordStart(), caret);
      case TO_END -> without(caret, text.length());
      case ALL -> EMPTY;
    };
  }

  private Prompt inserted(String added) {
    String safe = SafeText.of(added.replaceAll("\\R+", " "), LIMIT);
    if (safe.isEmpty() || text.length() + safe.length() > LIMIT) {
      return this;
    }
    String changed = text.substring(0, caret) + safe + text.substring(caret);
    return new Prompt(changed, caret + safe.length());
  }

  private int place(int character) {
    int last = text.codePointCount(0, text.length());
    return text.offsetByCodePoints(0, Math.clamp(character, 0, last));
  }

  private Prompt without(int from, int to) {
    return new Prompt(text.substring(0, from) + text.substring(to), from);
  }

  private int before() {
    return caret == 0 ? 0 : text.offsetByCodePoints(caret, -1);
  }

  private int after() {
    return caret == text.length() ? caret : text.offsetByCodePoints(caret, 1);
  }

  private int wordStart() {
    int start = caret;
    while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }
}
