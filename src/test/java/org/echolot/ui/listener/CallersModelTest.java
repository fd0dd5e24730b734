package org.echolot.ui.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.history.KeptCall;
import org.echolot.listener.Call;
import org.echolot.listener.ListenerOptions;
import org.junit.jupiter.api.Test;

/** Who called: in this session, and in those before. */
class CallersModelTest {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-28T10:15:30.123456+01:00");

  private final CallsModel calls = new CallsModel(Runnable::run, _ -> {});

  private static Call call(long id, OffsetDateTime at, Call.Fate fate) {
    return new Call(
        id,
        at,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000 + (int) id),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 11_112),
        ListenerOptions.onLoopback(new AeTitle("ECHOLOT"), 11_112),
        fate,
        null,
        null,
        "",
        "",
        0,
        List.of(),
        Duration.ZERO,
        "");
  }

  private static KeptCall kept(String name, String from, OffsetDateTime at, String fate) {
    return new KeptCall(
        UUID.randomUUID(), at, name, from, "CT1", "ECHOLOT", "", fate, "", Duration.ZERO);
  }

  private CallersModel model(List<KeptCall> before) {
    return new CallersModel(
        calls, _ -> before, Runnable::run, Runnable::run, call -> call.isGood() ? "CT 1" : "");
  }

  @Test
  void theNewestCallIsFirstAndWhatWasKeptOfItIsNotToldAgain() {
    calls.accept(call(1, AT, Call.Fate.ECHOED));
    CallersModel model =
        model(
            List.of(
                kept("MR 2", "10.1.2.3:40000", AT.minusDays(1), "REFUSED"),
                kept("CT 1", "127.0.0.1:50001", AT.withNano(123_000_000), "ECHOED")));
    assertThat(model.callers()).extracting(Caller::who).containsExactly("CT 1", "MR 2");
    assertThat(model.callers())
        .extracting(Caller::result)
        .containsExactly("✓ echo answered", "✗ refused by us");
    assertThat(model.callers().getLast().titles()).isEqualTo("CT1 → ECHOLOT");

    calls.accept(call(2, AT.plusMinutes(1), Call.Fate.GOING_ON));
    assertThat(model.callers())
        .extracting(Caller::who)
        .containsExactly("127.0.0.1", "CT 1", "MR 2");
    assertThat(model.callers().getFirst().titles()).isEmpty();

    model.close();
    calls.accept(call(3, AT.plusMinutes(2), Call.Fate.ECHOED));
    assertThat(model.callers()).as("of a closed dialog").hasSize(3);
  }

  @Test
  void olderCallsThanTheMostAreNotTold() {
    List<KeptCall> before = new ArrayList<>();
    for (int i = 0; i < CallersModel.MOST; i++) {
      before.add(kept("No. " + i, "10.1.2.3:" + (1000 + i), AT.minusMinutes(i), "ECHOED"));
    }
    calls.accept(call(1, AT.plusMinutes(1), Call.Fate.ECHOED));
    CallersModel model = model(before);
    assertThat(model.callers()).hasSize(CallersModel.MOST);
    assertThat(model.callers().getFirst().who()).isEqualTo("CT 1");
    assertThat(model.callers().getLast().who()).isEqualTo("No. " + (CallersModel.MOST - 2));
  }
}
