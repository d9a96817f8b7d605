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
 * Asks one server over UDP by way of {@link UdpQuestions}, and over TCP what UDP has no room for
 * (RFC 7766, 5); that part is dnsjava's. Any thread.
 */
final class UdpResolver extends SimpleResolver {

  /** Longest answer over UDP; what no usual network cuts into pieces (dnsflagday.net/2020). */
  private static final int LONGEST = 1_232;

  private final InetSocketAddress server;
  private final UdpQuestions questions;

  UdpResolver(InetSocketAddress server, UdpQuestions questions) {
    super(server);
    this.server = server;
    this.questions = questions;
    setTCP(true); // for what is left to the super class
  }

  @Override
  public CompletionStage<Message> sendAsync(Message query, Executor executor) {
    return CompletableFuture.supplyAsync(() -> overUdp(query), executor)
        .thenCompose(
            answer ->
                answer.getHeader().getFlag(Flags.TC)
                    ? overTcp(query, executor)
                    : CompletableFuture.completedStage(answer));
  }

  private CompletionStage<Message> overTcp(Message query, Executor executor) {
    try {
      questions.check();
    } catch (IOException e) {
      return CompletableFuture.failedStage(e);
    }
    return super.sendAsync(query, executor);
  }

  private Message overUdp(Message query) {
    Message asked = query.clone();
    asked.addRecord(new OPTRecord(LONGEST, 0, 0), Section.ADDITIONAL);
    try {
      Message answer =
          new Message(questions.ask(server, asked.toWire(LONGEST), LONGEST, getTimeout()));
      Record question = answer.getQuestion();
      boolean isOurs =
          answer.getHeader().getID() == asked.getHeader().getID()
              && (question == null || question.equals(asked.getQuestion()));
      if (!isOurs) {
        throw new IOException("an answer to another question");
      }
      return answer;
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
