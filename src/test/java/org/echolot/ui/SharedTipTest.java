package org.echolot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** One tooltip tells of what the mouse rests on. */
class SharedTipTest extends FxTest {

  private static List<String> shownTips() {
    return callOnFx(
        () ->
            Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .filter(Window::isShowing)
                .map(Tooltip.class::cast)
                .map(Tooltip::getText)
                .toList());
  }

  @Test
  void eachHasItsWords() {
    SharedTip tip = callOnFx(SharedTip::new);
    show(
        () -> {
          Label one = new Label("one              ");
          one.setId("one");
          Label two = new Label("two              ");
          two.setId("two");
          tip.tell(one, "Of one");
          tip.tell(two, "Of two");
          return new HBox(60, one, two);
        },
        400,
        200);
    moveTo("#one");
    await()
        .atMost(20, TimeUnit.SECONDS)
        .untilAsserted(() -> assertThat(shownTips()).containsExactly("Of one"));
    moveTo("#two");
    await()
        .atMost(20, TimeUnit.SECONDS)
        .untilAsserted(() -> assertThat(shownTips()).containsExactly("Of two"));
  }
}
