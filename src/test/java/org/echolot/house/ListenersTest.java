package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import org.echolot.check.CheckListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who stands between a check and its listener says of each event what becomes of it. */
class ListenersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.echolot.check.run.ShieldedListener",
        "org.echolot.check.run.Story",
        "org.echolot.capture.Recorder",
        "org.echolot.fleet.BothListeners",
        "org.echolot.ticket.HidingListener"
      })
  void noEventIsForgottenOnTheWay(String between) throws Exception {
    Class<?> listener = Class.forName(between);

    for (Method event : CheckListener.class.getMethods()) {
      assertThat(listener.getMethod(event.getName(), event.getParameterTypes()).getDeclaringClass())
          .as("%s", event)
          .isEqualTo(listener);
    }
  }
}
