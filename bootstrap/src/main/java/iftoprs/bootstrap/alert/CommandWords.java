package iftoprs.bootstrap.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a command line into words by the part of a shell's rules that only quotes: blanks separate
 * words; {@code '...'} keeps everything as it is; {@code "..."} keeps everything, but {@code \"}
 * and {@code \\} stand for the second character; elsewhere {@code \} keeps the next character.
 * Nothing else has a meaning: no variable, no pattern, no pipe.
 */
public final class CommandWords {

  private final String line;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean begun;
  private int at;

  private CommandWords(String line) {
    this.line = line;
  }

  /**
   * Splits.
   *
   * @param line a command as a user writes it
   * @return the program and its arguments; empty if there is none or a quote is left open
   */
  public static Optional<List<String>> of(String line) {
    CommandWords words = new CommandWords(line);
    return words.split() && !words.words.isEmpty() && !words.words.getFirst().isEmpty()
        ? Optional.of(List.copyOf(words.words))
        : Optional.empty();
  }

  private boolean split() {
    while (at < line.length()) {
      char c = line.charAt(at++);
      switch (c) {
        case ' ', '\t', '\n' -> end();
        case '\'', '"' -> {
          if (!quoted(c)) {
            return false;
          }
        }
        case '\\' -> {
          if (at == line.length()) {
            return false;
          }
          add(line.charAt(at++));
        }
        default -> add(c);
      }
    }
    end();
    return true;
  }

  /** Takes what stands up to the closing quote; false if there is none. */
  private boolean quoted(char quote) {
    begun = true;
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c == quote) {
        return true;
      }
      boolean escapes = quote == '"' && c == '\\' && at < line.length();
      if (escapes && (line.charAt(at) == '"' || line.charAt(at) == '\\')) {
        add(line.charAt(at++));
      } else {
        add(c);
      }
    }
    return false;
  }

  private void add(char c) {
    begun = true;
    word.append(c);
  }

  private void end() {
    if (begun) {
      words.add(word.toString());
      word.setLength(0);
      begun = false;
    }
  }
}
