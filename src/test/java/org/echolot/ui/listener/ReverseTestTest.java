package org.echolot.ui.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.echolot.check.run.HostNames.Answer;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.listener.Call;
import org.echolot.listener.Expectation.Misfit;
import org.echolot.listener.ListenerOptions;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.realpeers.Echoscu;
import org.echolot.secrets.SecretBook;
import org.echolot.ticket.CallTicket;
import org.echolot.ticket.TicketFormat;
import org.echolot.tls.material.TlsMaterials;
import org.echolot.ui.ByHand;
import org.echolot.ui.listener.ExpectModel.Step;
import org.echolot.ui.listener.Listening.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listening for a while, and waiting for a call of one peer, without a toolkit. */
class ReverseTestTest {

  private final ByHand fx = new ByHand();
  private final Journal journal = new Journal();
  private final List<Call> kept = new ArrayList<>();
  private final CallsModel calls = new CallsModel(fx, kept::add);
  private final CallLines lines = new CallLines();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final SecretBook secrets = new SecretBook();
  private final Listening.Tools tools =
      new Listening.Tools(
          journal,
          new TlsMaterials(secrets),
          work -> Threads.startVirtual("background", work),
          fx,
          now::get);
  private final Listening listening = new Listening(tools, calls);
  private final ReverseModel model =
      new ReverseModel(new ListenForm(new AeTitle("ECHOLOT"), 1), listening, calls, secrets);

  @AfterEach
  void stop() {
    listening.stop("Stopped.");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private int listen() throws IOException {
    journal.addReader(lines, JournalLine.Level.DEBUG);
    model.form().port.set(Integer.toString(freePort()));
    model.start();
    fx.runUntil("listens", () -> listening.stateProperty().get() instanceof State.On);
    return ((State.On) listening.stateProperty().get()).scp().address().getPort();
  }

  private Call over() {
    fx.runUntil(
        "a call is over", () -> !model.calls().isEmpty() && model.calls().getFirst().isOver());
    return model.calls().getFirst();
  }

  @Test
  void aCallIsARowWithItsLinesAndItsTicket() throws IOException {
    int port = listen();
    assertThat(model.statusProperty().get())
        .isEqualTo("Listening as ECHOLOT on 127.0.0.1:" + port + ". Stops in 10:00.");

    assertThat(Echoscu.run(port, "ECHOLOT", "-aet", "CT1").exitCode()).isZero();
    Call call = over();

    assertThat(CallLook.result(call)).isEqualTo("✓ echo answered");
    List<JournalLine> own = lines.of(call.conversationId());
    assertThat(own)
        .extracting(JournalLine::text)
        .anyMatch(text -> text.startsWith("Connection from "))
        .anyMatch(text -> text.contains("Their Implementation") || text.contains("Calling"));
    String ticket = CallTicket.of(call, own, TicketFormat.TEXT, false);
    assertThat(ticket)
        .startsWith("DICOM call from \"CT1\" echo answered\n")
        .contains("Calling AE title:    CT1  ·  43 54 31")
        .contains("✓ Echo")
        .contains("Log (local time)");
    assertThat(CallTicket.of(call, own, TicketFormat.MARKDOWN, true))
        .doesNotContain("CT1")
        .doesNotContain("43 54 31")
        .contains("AE-");
  }

  @Test
  void itStopsByItselfWhenItsTimeIsOver() throws IOException {
    int port = listen();
    now.updateAndGet(before -> before.plus(Duration.ofMinutes(9)));
    model.tick();
    assertThat(model.statusProperty().get()).endsWith("Stops in 1:00.");

    now.updateAndGet(before -> before.plus(Duration.ofMinutes(1)));
    model.tick();

    assertThat(model.runningProperty().get()).isFalse();
    assertThat(model.statusProperty().get()).isEqualTo("Stopped: the time is over.");
    Awaitility.await().until(() -> Echoscu.run(port, "ECHOLOT").exitCode() != 0);
  }

  @Test
  void aPortInUseIsSaidAndAnotherOneOffered() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      model.form().port.set(Integer.toString(taken.getLocalPort()));
      model.start();
      fx.runUntil("fails", () -> !model.faultProperty().get().isEmpty());

      assertThat(model.faultProperty().get()).contains("the port is in use by another program");
      assertThat(model.freePortProperty().get()).isPresent();
      model.startOnFreePort();
      fx.runUntil("listens", () -> listening.stateProperty().get() instanceof State.On);

      assertThat(model.faultProperty().get()).isEmpty();
      assertThat(model.form().port.get()).isNotEqualTo(Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  void whatItMeansToListenOnTheNetworkIsSaidBefore() {
    assertThat(model.form().warning()).isEmpty();

    model.form().reach.set(Reach.EVERYWHERE);

    assertThat(model.form().warning())
        .contains("Any computer that reaches this address can call")
        .contains("stops after 10 min");
  }

  @Test
  void aFormThatIsWrongIsNotStarted() {
    model.form().port.set("70000");
    assertThat(model.form().fault().get()).isEqualTo("The port must be a number from 1 to 65535.");
    model.form().port.set("11112");
    model.form().ae.set("");
    assertThat(model.form().fault().get()).startsWith("Our AE title: ");
    model.form().ae.set("OK");
    model.form().tls.set(true);
    assertThat(model.form().fault().get())
        .isEqualTo("For TLS, choose the certificate to show to callers.");
    model.form().certificate.set("no\0path");
    assertThat(model.form().fault().get()).startsWith("A file for TLS cannot be named so: no");

    model.start();

    assertThat(model.runningProperty().get()).isFalse();
  }

  @Test
  void aCertificateThatIsMissingIsSaid() throws IOException {
    model.form().port.set(Integer.toString(freePort()));
    model.form().tls.set(true);
    model.form().certificate.set("/nowhere/cert.pem");
    model.start();
    fx.runUntil("fails", () -> !model.faultProperty().get().isEmpty());

    assertThat(model.faultProperty().get()).contains("/nowhere/cert.pem");
    assertThat(model.lacksPasswordProperty().get()).isFalse();
  }

  @Test
  void anEncryptedKeyIsAskedForItsPasswordAndThenCallersComeOverTls(@TempDir Path folder)
      throws IOException {
    CertificateKit kit = new CertificateKit(folder);
    Made own = kit.selfSigned("listener").rsa(2048).make();
    Path encrypted =
        kit.openssl(
            "encrypted.key",
            "pkcs8",
            "-topk8",
            "-in",
            own.key().toString(),
            "-v2",
            "aes256",
            "-out",
            "OUT",
            "-passout",
            "pass:geheim");
    int port = freePort();
    model.form().port.set(Integer.toString(port));
    model.form().tls.set(true);
    model.form().certificate.set(own.file().toString());
    model.form().key.set(encrypted.toString());
    model.start();
    fx.runUntil("asks", () -> model.lacksPasswordProperty().get());
    assertThat(model.faultProperty().get()).contains("needs a password");

    char[] typed = "geheim".toCharArray();
    model.startWith(typed);
    fx.runUntil("listens", () -> listening.stateProperty().get() instanceof State.On);

    assertThat(new String(typed)).doesNotContain("geheim");
    assertThat(Echoscu.run(port, "ECHOLOT", "+tla", "+cf", own.file().toString()).exitCode())
        .isZero();
    Call call = over();
    assertThat(call.tls()).contains("TLSv1.", "no client certificate");
    assertThat(call.isGood()).isTrue();
  }

  @Test
  void eachConductCanBeHadAndIsNamed() {
    assertThat(Conduct.all()).extracting(Conduct::label).doesNotHaveDuplicates();
    assertThat(Conduct.all()).extracting(Conduct::behaviour).doesNotHaveDuplicates();
    assertThat(Conduct.all().getFirst().behaviour().isGood()).isTrue();
    model.form().conduct.set(Conduct.all().get(1));
    assertThat(model.form().wish().options().behaviour())
        .isEqualTo(Conduct.all().get(1).behaviour());
  }

  // Waiting for one peer

  private ExpectModel expecting(String host, int port) {
    var request =
        PeerBook.EMPTY.requestFor(Peer.of("CT 1", new AeTitle("CT1"), host, 104), Path.of("."));
    return new ExpectModel(
        request,
        port,
        tools,
        calls,
        name ->
            name.equals("nowhere")
                ? new Answer.Unknown()
                : new Answer.Found(List.of(InetAddress.ofLiteral(name))));
  }

  private void await(ExpectModel expect, Class<? extends Step> step) {
    fx.runUntil(step.getSimpleName(), () -> step.isInstance(expect.stepProperty().get()));
  }

  @Test
  void aPeerThatCallsAsExpectedHasArrivedAndEndsTheWaiting() throws IOException {
    int port = freePort();
    ExpectModel expect = expecting("127.0.0.1", port);
    assertThat(expect.stepProperty().get()).isInstanceOf(Step.Ready.class);
    expect.start();
    await(expect, Step.Waiting.class);
    assertThat(((Step.Waiting) expect.stepProperty().get()).enter())
        .extracting(ExpectModel.Entry::value)
        .containsExactly("ECHOLOT", "127.0.0.1", Integer.toString(port));

    assertThat(Echoscu.run(port, "ECHOLOT", "-aet", "CT1").exitCode()).isZero();
    await(expect, Step.Arrived.class);

    assertThat(expect.listening().isBusy()).isFalse();
    assertThat(calls.calls()).hasSize(1);
    assertThat(kept).containsExactlyElementsOf(calls.calls());
  }

  @Test
  void whoKnocksOtherwiseIsToldWhatDoesNotFitAndMayTryAgain() throws IOException {
    int port = freePort();
    ExpectModel expect = expecting("127.0.0.1", port);
    expect.start();
    await(expect, Step.Waiting.class);

    assertThat(Echoscu.run(port, "WRONG", "-aet", "ct1").exitCode()).isEqualTo(1);
    await(expect, Step.Knocked.class);
    assertThat(((Step.Knocked) expect.stepProperty().get()).misfits())
        .extracting(Misfit::kind)
        .containsExactly(Misfit.Kind.CALLED_AE, Misfit.Kind.CALLING_AE);

    assertThat(Echoscu.run(port, "ECHOLOT", "-aet", "CT1").exitCode()).isZero();
    await(expect, Step.Arrived.class);
  }

  @Test
  void aCallFromAnotherAddressThanTheSavedOneIsNoArrival() throws IOException {
    int port = freePort();
    ExpectModel expect = expecting("127.0.0.2", port);
    expect.start();
    await(expect, Step.Waiting.class);

    assertThat(Echoscu.run(port, "ECHOLOT", "-aet", "CT1").exitCode()).isZero();
    await(expect, Step.Knocked.class);

    assertThat(((Step.Knocked) expect.stepProperty().get()).misfits())
        .extracting(Misfit::kind)
        .containsExactly(Misfit.Kind.ADDRESS);
    expect.stop();
    assertThat(expect.stepProperty().get()).isEqualTo(new Step.Over("Stopped."));
  }

  @Test
  void aPeerWhoseHostHasNoAddressIsWaitedForAllTheSame() throws IOException {
    int port = freePort();
    ExpectModel expect = expecting("nowhere", port);
    expect.start();
    await(expect, Step.Waiting.class);
    assertThat(expect.form().wish().options().bind()).isEqualTo(Reach.EVERYWHERE.address());

    assertThat(Echoscu.run(port, "ECHOLOT", "-aet", "CT1").exitCode()).isZero();
    await(expect, Step.Arrived.class);
  }

  @Test
  void whoStopsDuringTheLookupIsNotListenedFor() throws IOException {
    int port = freePort();
    ExpectModel expect = expecting("127.0.0.1", port);
    expect.start();
    assertThat(expect.stepProperty().get()).isEqualTo(new Step.LookingUp("127.0.0.1"));
    expect.start();
    expect.stop();
    Awaitility.await().until(() -> fx.waiting() == 1);
    fx.runAll();

    assertThat(expect.stepProperty().get()).isEqualTo(new Step.Over("Stopped."));
    assertThat(expect.listening().isBusy()).isFalse();
  }

  @Test
  void waitingEndsByItself() throws IOException {
    ExpectModel expect = expecting("127.0.0.1", freePort());
    expect.start();
    await(expect, Step.Waiting.class);
    now.updateAndGet(before -> before.plus(Duration.ofMinutes(10)));
    expect.tick();

    assertThat(expect.stepProperty().get()).isEqualTo(new Step.Over("Stopped: the time is over."));
  }

  @Test
  void callsAreBounded() {
    for (long id = 1; id <= CallsModel.MOST + 10; id++) {
      calls.accept(call(id));
      fx.runAll();
    }
    assertThat(calls.calls()).hasSize(CallsModel.MOST);
    assertThat(calls.calls().getFirst().conversationId()).isEqualTo(CallsModel.MOST + 10);
  }

  @Test
  void callsThatProposeVeryMuchAreFewer() {
    List<String> syntaxes = Collections.nCopies(99, "1.2.840.10008.1.2");
    List<PresentationContextRq> contexts =
        Collections.nCopies(100, new PresentationContextRq(1, "1.2.3", syntaxes));
    AssociateRq large =
        new AssociateRq(
            1,
            new AeTitle("A").toField(),
            new AeTitle("B").toField(),
            AssociateRq.NO_RESERVED,
            "1.2",
            contexts,
            UserInformation.NONE,
            List.of());
    for (long id = 1; id <= 20; id++) {
      calls.accept(call(id, large));
      fx.runAll();
    }

    assertThat(calls.calls()).hasSize(6);
    assertThat(calls.calls().getFirst().conversationId()).isEqualTo(20);
  }

  private static Call call(long id) {
    return call(id, null);
  }

  private static Call call(long id, @Nullable AssociateRq request) {
    InetSocketAddress at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    return new Call(
        id,
        OffsetDateTime.now(ZoneOffset.UTC),
        at,
        at,
        ListenerOptions.onLoopback(new AeTitle("A"), 0),
        Call.Fate.FAILED,
        request,
        null,
        "",
        "",
        0,
        List.of(),
        Duration.ZERO,
        "closed");
  }
}
