package org.echolot.check.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.echolot.concurrent.Threads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers of all kinds on the loopback interface. */
@Timeout(60)
class DnsSurveyTest {

  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final int NXDOMAIN = 3;
  private static final int SERVFAIL = 2;

  private final List<DatagramSocket> sockets = new ArrayList<>();

  @AfterEach
  void close() {
    sockets.forEach(DatagramSocket::close);
  }

  /** A server that sends the datagrams that {@code answers} makes of each that comes. */
  private InetSocketAddress server(Function<byte[], List<byte[]>> answers) throws IOException {
    DatagramSocket socket = new DatagramSocket(0, HERE);
    sockets.add(socket);
    Threads.startVirtual(
        "DNS server",
        () -> {
          try {
            while (true) {
              DatagramPacket packet = new DatagramPacket(new byte[512], 512);
              socket.receive(packet);
              for (byte[] answer :
                  answers.apply(Arrays.copyOf(packet.getData(), packet.getLength()))) {
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
              }
            }
          } catch (IOException _) {
            // The test is over.
          }
        });
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private static byte[] response(byte[] question, int code) {
    byte[] response = question.clone();
    response[2] |= (byte) 0x80;
    response[3] = (byte) code;
    return response;
  }

  /** With an address where it is asked for one of IPv4, else with none. */
  private static byte[] address(byte[] question) {
    byte[] response = response(question, 0);
    if (question[question.length - 3] != DnsQuestion.A) {
      return response;
    }
    response[7] = 1;
    byte[] record = {(byte) 0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 10, 77, 2, 20};
    byte[] whole = Arrays.copyOf(response, response.length + record.length);
    System.arraycopy(record, 0, whole, response.length, record.length);
    return whole;
  }

  private static List<DnsAnswer> ask(
      String host, Duration patience, List<String> search, InetSocketAddress... servers) {
    DnsSettings settings = new DnsSettings(List.of(servers), search, 1);
    return new DnsSurvey(() -> Optional.of(settings), patience)
        .about(host).join().stream().map(DnsReply::answer).toList();
  }

  @Test
  void eachServerIsHeardInTheOrderOfTheSettings() throws Exception {
    assertThat(
            ask(
                "pacs.lab",
                AMPLE,
                List.of(),
                server(q -> List.of(response(q, NXDOMAIN))),
                server(q -> List.of(response(q, SERVFAIL))),
                server(q -> List.of(address(q)))))
        .containsExactly(
            new DnsAnswer.NoSuchName(),
            new DnsAnswer.Failure(SERVFAIL),
            new DnsAnswer.Addresses("pacs.lab", List.of(InetAddress.ofLiteral("10.77.2.20"))));
  }

  @Test
  void aShortNameIsFoundUnderItsFullOne() throws Exception {
    InetSocketAddress server =
        server(q -> List.of(q.length < 30 ? response(q, NXDOMAIN) : address(q)));

    assertThat(ask("pacs", AMPLE, List.of("lab", "hospital.example"), server))
        .containsExactly(
            new DnsAnswer.Addresses(
                "pacs.hospital.example", List.of(InetAddress.ofLiteral("10.77.2.20"))));
  }

  @Test
  void aFailureForOneNameIsNotTakenForItsAbsence() throws Exception {
    InetSocketAddress server =
        server(q -> List.of(response(q, q.length < 30 ? NXDOMAIN : SERVFAIL)));

    assertThat(ask("pacs", AMPLE, List.of("hospital.example"), server))
        .containsExactly(new DnsAnswer.Failure(SERVFAIL));
  }

  @Test
  void aServerForADomainNeedNotAnswerForANameWithoutOne() throws Exception {
    InetSocketAddress server =
        server(q -> List.of(response(q, q.length < 30 ? SERVFAIL : NXDOMAIN)));

    assertThat(ask("pacs", AMPLE, List.of("hospital.example"), server))
        .containsExactly(new DnsAnswer.NoSuchName());
  }

  @Test
  void nonsenseIsNamedAndDoesNotHideAnAnswerBehindIt() throws Exception {
    byte[] nonsense = "HTTP/1.0 400 Bad Request".getBytes(StandardCharsets.US_ASCII);

    assertThat(ask("pacs.lab", SHORT, List.of(), server(_ -> List.of(nonsense, new byte[0]))))
        .containsExactly(new DnsAnswer.Garbage("an answer to another question"));
    assertThat(
            ask(
                "pacs.lab",
                AMPLE,
                List.of(),
                server(q -> List.of(nonsense, response(q, NXDOMAIN)))))
        .containsExactly(new DnsAnswer.NoSuchName());
  }

  @Test
  void aServerThatFloodsUsEndsTheConversation() throws Exception {
    List<byte[]> flood = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      flood.add(new byte[1]);
    }

    assertThat(ask("pacs.lab", AMPLE, List.of(), server(_ -> flood)))
        .first()
        .isInstanceOf(DnsAnswer.Garbage.class);
  }

  @Test
  void aDatagramThatGetsLostIsSentAgain() throws Exception {
    AtomicInteger received = new AtomicInteger();

    assertThat(
            ask(
                "pacs.lab",
                Duration.ofSeconds(4),
                List.of(),
                server(
                    q ->
                        received.incrementAndGet() <= 2
                            ? List.of()
                            : List.of(response(q, NXDOMAIN)))))
        .containsExactly(new DnsAnswer.NoSuchName());
  }

  @Test
  void silenceLastsAsLongAsOurPatience() throws Exception {
    assertThat(ask("pacs.lab", SHORT, List.of(), server(_ -> List.of())))
        .containsExactly(new DnsAnswer.Silence(SHORT));
  }

  @Test
  void aClosedPortIsToldAtOnce() throws Exception {
    InetSocketAddress nobody;
    try (DatagramSocket socket = new DatagramSocket(0, HERE)) {
      nobody = (InetSocketAddress) socket.getLocalSocketAddress();
    }

    assertThat(ask("pacs.lab", AMPLE, List.of(), nobody))
        .containsExactly(new DnsAnswer.PortClosed());
  }

  @Test
  void whereTheServersAreNotKnownNobodyIsAsked() {
    DnsSurvey survey = new DnsSurvey(Optional::empty, AMPLE);

    assertThat(survey.about("pacs").join()).isEmpty();
    assertThat(survey.isCompleted("pacs")).isFalse();
  }

  @Test
  void onlyAShortNameIsCompleted() {
    DnsSettings settings = DnsSettings.parse("search lab.example");
    DnsSurvey survey = new DnsSurvey(() -> Optional.of(settings), AMPLE);

    assertThat(survey.isCompleted("pacs")).isTrue();
    assertThat(survey.isCompleted("pacs.lab.example")).isFalse();
    assertThat(survey.isCompleted("pacs.")).isFalse();
  }
}
