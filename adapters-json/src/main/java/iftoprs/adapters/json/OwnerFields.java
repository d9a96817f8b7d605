package iftoprs.adapters.json;

import iftoprs.domain.owner.Attribution;
import iftoprs.ports.Executable;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.ProcessFacts;
import iftoprs.ports.Publisher;
import java.util.Locale;

/** What a line says of the owner of a flow beside its id and name: each field where it is known. */
final class OwnerFields {

  private final JsonOutput json;
  private final PackageOwner packages;

  OwnerFields(JsonOutput json, PackageOwner packages) {
    this.json = json;
    this.packages = packages;
  }

  void write(Attribution.Owned owner) {
    ProcessFacts facts = owner.facts();
    textIfKnown(Field.COMMAND_LINE, facts.commandLine());
    textIfKnown(Field.USER, facts.user());
    textIfKnown(Field.EXECUTABLE, facts.executable().path());
    facts
        .group()
        .container()
        .ifPresent(
            container -> {
              json.text(Field.CONTAINER, container.id());
              json.text(Field.CONTAINER_RUNTIME, container.runtime());
            });
    facts.group().unit().ifPresent(unit -> json.text(Field.UNIT, unit));
    if (facts.executable().place() != Executable.Place.UNSEEN) {
      packages.publisherOf(facts.executable()).ifPresent(this::publisher);
    }
    others(owner);
  }

  private void publisher(Publisher publisher) {
    textIfKnown(Field.PACKAGE, publisher.name());
    json.text(Field.PACKAGE_BASIS, publisher.basis().name().toLowerCase(Locale.ROOT));
  }

  private void others(Attribution.Owned owner) {
    if (owner.others().isEmpty()) {
      return;
    }
    json.beginArray(Field.OTHER_OWNERS);
    for (Attribution.Holder holder : owner.others()) {
      json.beginObject();
      json.number(Field.PID, holder.pid());
      json.text(Field.PROCESS, holder.process());
      json.endObject();
    }
    json.endArray();
  }

  private void textIfKnown(Field field, String text) {
    if (!text.isEmpty()) {
      json.text(field, text);
    }
  }
}
