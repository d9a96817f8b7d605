package iftoprs.bootstrap.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a shell needs to know of one option.
 *
 * @param letter its short name without the hyphen, if it has one
 * @param word its long name without the hyphens
 * @param description one line
 * @param label what its value is called; empty without a value
 * @param kind what its value is
 * @param choices the values to offer, where they are known
 * @param repeatable whether it may be given more than once
 */
record Completion(
    Optional<String> letter,
    String word,
    String description,
    String label,
    Kind kind,
    List<String> choices,
    boolean repeatable) {

  /** What stands behind an option. */
  enum Kind {
    NOTHING,
    FILE,
    DEVICE,
    THEME,
    USER,
    CHOICE,
    FREE
  }

  static List<Completion> of(CommandSpec command) {
    List<Completion> all = new ArrayList<>();
    for (OptionSpec option : command.options()) {
      boolean hasValue = option.arity().max() > 0;
      List<String> choices = new ArrayList<>();
      if (option.completionCandidates() != null) {
        option.completionCandidates().forEach(choices::add);
      }
      String shortest = option.shortestName();
      all.add(
          new Completion(
              shortest.startsWith("--") ? Optional.empty() : Optional.of(shortest.substring(1)),
              option.longestName().substring(2),
              String.join(" ", option.description()),
              hasValue ? option.paramLabel() : "",
              hasValue ? kind(option.paramLabel(), choices) : Kind.NOTHING,
              choices,
              option.isMultiValue()));
    }
    return all;
  }

  private static Kind kind(String label, List<String> choices) {
    return switch (label) {
      case Labels.FILE -> Kind.FILE;
      case Labels.DEVICE -> Kind.DEVICE;
      case Labels.THEME -> Kind.THEME;
      case Labels.USER -> Kind.USER;
      default -> choices.isEmpty() ? Kind.FREE : Kind.CHOICE;
    };
  }

  /** The names with their hyphens, the short one first. */
  List<String> names() {
    return Stream.concat(letter.stream().map(name -> "-" + name), Stream.of("--" + word)).toList();
  }

  /** The names with their hyphens. */
  String names(String between) {
    return names().stream().collect(Collectors.joining(between));
  }

  /** The description without its full stop. */
  String hint() {
    return description.endsWith(".")
        ? description.substring(0, description.length() - 1)
        : description;
  }
}
