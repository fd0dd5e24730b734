package org.echolot.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RingTest {

  @Test
  void behavesAsAListThatIsCutAtItsBeginning() {
    Random random = new Random(42);
    Ring<Integer> ring = new Ring<>();
    List<Integer> model = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      if (random.nextInt(10) == 0) {
        int count = random.nextInt(model.size() + 1);
        assertThat(ring.removeFirst(count)).isEqualTo(List.copyOf(model.subList(0, count)));
        model.subList(0, count).clear();
      } else {
        for (int n = random.nextInt(40); n > 0; n--) {
          ring.add(i);
          model.add(i);
        }
      }
      int at = random.nextInt(model.size() + 1);
      ring.add(at, -i);
      model.add(at, -i);
      assertThat(ring).isEqualTo(model);
    }
  }

  @Test
  void isEmptyAfterClear() {
    Ring<Integer> ring = new Ring<>();
    ring.add(1);
    ring.clear();
    assertThat(ring).isEmpty();
    ring.add(2);
    assertThat(ring).containsExactly(2);
  }
}
