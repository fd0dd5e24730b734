package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.echolot.faults.Fault;
import org.junit.jupiter.api.Test;

class FaultNoticeTest {

  private static final Path FILE = Path.of("faults.log");

  private final List<String> copied = new ArrayList<>();
  private final FaultNotice faults = new FaultNotice(FILE, copied::add);

  private Notice notice() {
    return Objects.requireNonNull(faults.noticeProperty().get());
  }

  @Test
  void aWindowThatIsBackSaysHowLongItWasAway() {
    faults.show(new Fault("the window has not responded for 5 s", "its stack", true));
    faults.showBack(Duration.ofMillis(12_400));

    assertThat(notice().text())
        .isEqualTo("The window did not respond for 12 s. What it did is in faults.log.");
    notice().offers().getFirst().run().run();
    assertThat(copied).containsExactly("its stack");
    notice().offers().getLast().run().run();
    assertThat(faults.noticeProperty().get()).isNull();
  }

  @Test
  void aFileThatHasNoDetailsIsNotNamed() {
    faults.show(new Fault("the window has not responded for 5 s", "its stack", false));
    faults.showBack(Duration.ofSeconds(6));

    assertThat(notice().text()).isEqualTo("The window did not respond for 6 s.");
  }

  @Test
  void whatWasNotToldHasNoDetails() {
    faults.showBack(Duration.ofSeconds(6));

    assertThat(notice().text()).isEqualTo("The window did not respond for 6 s.");
    assertThat(notice().offers()).hasSize(1);
  }
}
