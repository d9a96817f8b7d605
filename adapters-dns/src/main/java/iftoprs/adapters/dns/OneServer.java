package iftoprs.adapters.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;

/**
 * Asks one server by way of {@link Questions}: over UDP, and over TCP what UDP has no room for (RFC
 * 7766, 5). Any thread.
 */
final class OneServer extends SimpleResolver {

  /** Longest answer over UDP; what no usual network cuts into pieces (dnsflagday.net/2020). */
  private static final int LONGEST = 1_232;

  private final InetSocketAddress server;
  private final Questions questions;

  OneServer(InetSocketAddress server, Questions questions) {
    super(server);
    this.server = server;
    this.questions = questions;
  }

  @Override
  public CompletionStage<Message> sendAsync(Message query, Executor executor) {
    return CompletableFuture.supplyAsync(() -> ask(query), executor);
  }

  private Message ask(Message query) {
    Message asked = query.clone();
    asked.addRecord(new OPTRecord(LONGEST, 0, 0), Section.ADDITIONAL);
    byte[] wire = asked.toWire(LONGEST);
    try {
      Message answer = read(asked, questions.ask(server, wire, LONGEST, getTimeout()));
      return answer.getHeader().getFlag(Flags.TC)
          ? read(asked, questions.askOverTcp(server, wire, getTimeout()))
          : answer;
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private static Message read(Message asked, byte[] wire) throws IOException {
    Message answer = new Message(wire);
    Record question = answer.getQuestion();
    boolean isOurs =
        answer.getHeader().getID() == asked.getHeader().getID()
            && (question == null || question.equals(asked.getQuestion()));
    if (!isOurs) {
      throw new IOException("an answer to another question");
    }
    return answer;
  }
}
