package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.echolot.check.CheckListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events have empty defaults, so that one which is not passed on is lost in silence. */
class PassedOnTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.echolot.check.ShieldedListener",
        "org.echolot.fleet.BothListeners",
        "org.echolot.capture.Recorder",
        "org.echolot.check.Story"
      })
  void whoListensForAnotherPassesEveryEventOn(String name) throws Exception {
    Class<?> delegate = Class.forName(name);
    List<String> lost = new ArrayList<>();
    for (Method event : CheckListener.class.getMethods()) {
      boolean isPassedOn =
          Arrays.stream(delegate.getDeclaredMethods())
              .anyMatch(
                  own ->
                      own.getName().equals(event.getName())
                          && Arrays.equals(own.getParameterTypes(), event.getParameterTypes()));
      if (!Modifier.isStatic(event.getModifiers()) && !isPassedOn) {
        lost.add(event.getName());
      }
    }
    assertThat(lost).isEmpty();
  }
}
