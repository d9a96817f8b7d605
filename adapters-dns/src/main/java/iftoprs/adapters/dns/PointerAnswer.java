package iftoprs.adapters.dns;

import iftoprs.ports.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/** What a server's message says of the name of an address. */
sealed interface PointerAnswer {

  /** Time to live of "no name" from a server that does not say it (seconds). */
  long NAMELESS_TTL = 300;

  /** Most aliases that are followed (RFC 2317 needs one). */
  int MAX_ALIASES = 8;

  /**
   * The address has a name.
   *
   * @param name safe text, with international labels as they are read
   * @param ttlSeconds how long that holds
   */
  record Named(String name, long ttlSeconds) implements PointerAnswer {}

  /**
   * The address has no name.
   *
   * @param ttlSeconds how long that holds
   */
  record Nameless(long ttlSeconds) implements PointerAnswer {}

  /** The server could not say. */
  record Failed() implements PointerAnswer {}

  /**
   * Reads a message. Records that do not belong to the question are passed over; of several names
   * the first in canonical order counts, for servers like to shuffle them. An address is no name:
   * it would be taken for the host's own.
   *
   * @param question the owner that was asked for
   * @param message what came back
   */
  static PointerAnswer read(Name question, Message message) {
    int code = message.getRcode();
    if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
      return new Failed();
    }
    List<Record> records = message.getSection(Section.ANSWER);
    Name owner = question;
    long ttl = NameCache.MAX_TTL_SECONDS;
    for (int i = 0; i < MAX_ALIASES; i++) {
      List<PTRRecord> pointers = pointers(records, owner);
      if (!pointers.isEmpty()) {
        return named(pointers, ttl).orElse(new Nameless(NAMELESS_TTL));
      }
      Optional<CNAMERecord> alias = alias(records, owner);
      if (alias.isEmpty()) {
        break;
      }
      ttl = Math.min(ttl, alias.get().getTTL());
      owner = alias.get().getTarget();
    }
    return new Nameless(namelessTtl(message));
  }

  private static Optional<PointerAnswer> named(List<PTRRecord> pointers, long most) {
    long ttl = pointers.stream().mapToLong(Record::getTTL).min().orElse(0);
    return pointers.stream()
        .map(PTRRecord::getTarget)
        .sorted()
        .map(target -> HostText.safe(target.toString(true)))
        .flatMap(Optional::stream)
        .filter(name -> !name.equals("@") && IpAddress.parse(name).isEmpty())
        .findFirst()
        .map(name -> new Named(HostText.readable(name), Math.min(most, ttl)));
  }

  private static List<PTRRecord> pointers(List<Record> records, Name owner) {
    List<PTRRecord> pointers = new ArrayList<>();
    for (Record record : records) {
      if (record instanceof PTRRecord pointer && record.getName().equals(owner)) {
        pointers.add(pointer);
      }
    }
    return pointers;
  }

  private static Optional<CNAMERecord> alias(List<Record> records, Name owner) {
    for (Record record : records) {
      if (record instanceof CNAMERecord alias && record.getName().equals(owner)) {
        return Optional.of(alias);
      }
    }
    return Optional.empty();
  }

  /** RFC 2308: the lesser of the SOA's own time to live and its minimum field. */
  private static long namelessTtl(Message message) {
    for (Record record : message.getSection(Section.AUTHORITY)) {
      if (record instanceof SOARecord soa) {
        return Math.min(soa.getTTL(), soa.getMinimum());
      }
    }
    return NAMELESS_TTL;
  }
}
