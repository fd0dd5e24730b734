package org.echolot.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each target, on what it begins with, and on each input that once found a fault. */
class FuzzRegressionTest {

  @TestFactory
  Stream<DynamicTest> eachInputIsTakenOrRefused() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Target target : Target.values()) {
      int number = 0;
      for (byte[] seed : target.seeds()) {
        tests.add(
            DynamicTest.dynamicTest(target.label() + ", seed " + ++number, () -> target.run(seed)));
      }
      for (Path kept : target.kept()) {
        tests.add(
            DynamicTest.dynamicTest(
                target.label() + ", " + kept.getFileName(),
                () -> target.run(Files.readAllBytes(kept))));
      }
    }
    return tests.stream();
  }
}
