package iftoprs.adapters.tui;

import iftoprs.ports.Executable;
import iftoprs.ports.Executable.Place;
import iftoprs.ports.ProcessFacts;
import iftoprs.ports.ProcessFacts.Container;
import iftoprs.ports.ProcessFacts.ControlGroup;
import iftoprs.ports.Publisher;
import iftoprs.ports.Publisher.Basis;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a scenario says of processes and packages. */
final class ScenarioPrograms {

  private final Map<Integer, ProcessFacts> facts = new HashMap<>();
  private final Map<String, Publisher> publishers = new HashMap<>();

  void tell(String verb, String rest) {
    String[] parts = rest.split("\\s+", 3);
    switch (verb) {
      case "process" -> process(rest.split("\\s+"), rest);
      case "package" -> {
        Basis basis = Basis.valueOf(parts[1].toUpperCase(Locale.ROOT));
        publishers.put(parts[0], new Publisher(basis, parts.length > 2 ? parts[2] : ""));
      }
      default -> throw new IllegalArgumentException(verb);
    }
  }

  private void process(String[] words, String rest) {
    Map<String, String> said = new HashMap<>();
    for (int i = 1; i < words.length && words[i].matches("[a-z]+=.*"); i++) {
      String[] pair = words[i].split("=", 2);
      said.put(pair[0], pair[1]);
    }
    int at = rest.indexOf(" -- ");
    facts.put(
        Integer.parseInt(words[0]),
        new ProcessFacts(
            at < 0 ? "" : rest.substring(at + 4).replace("\\e", "\u001b"),
            said.getOrDefault("user", ""),
            executable(said.getOrDefault("exe", "")),
            new ControlGroup(
                Optional.ofNullable(said.get("container")).map(ScenarioPrograms::container),
                Optional.ofNullable(said.get("unit")))));
  }

  private static Executable executable(String text) {
    if (text.isEmpty()) {
      return Executable.UNKNOWN;
    }
    String[] parts = text.split(":", 2);
    return parts.length == 1
        ? new Executable(text, Place.HERE, text)
        : new Executable(parts[1], Place.valueOf(parts[0].toUpperCase(Locale.ROOT)), "");
  }

  private static Container container(String text) {
    String[] parts = text.split(":", 2);
    return new Container(parts[0], parts[1]);
  }

  ProcessFacts facts(int pid) {
    return facts.getOrDefault(pid, ProcessFacts.UNKNOWN);
  }

  /** Packages may be told while the screen is up, as a look-up answers late. */
  Optional<Publisher> publisherOf(Executable executable) {
    return switch (executable.place()) {
      case UNSEEN -> Optional.of(Publisher.nobody(Basis.UNSEEN));
      case DELETED -> Optional.of(Publisher.nobody(Basis.DELETED));
      case ELSEWHERE -> Optional.of(Publisher.nobody(Basis.CONTAINER));
      case HERE -> Optional.ofNullable(publishers.get(executable.path()));
    };
  }
}
