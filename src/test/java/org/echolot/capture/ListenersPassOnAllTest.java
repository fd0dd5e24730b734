package org.echolot.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.echolot.check.CheckListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A new event that one of those who pass events on does not know would be lost in silence. */
class ListenersPassOnAllTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.echolot");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.echolot.capture.Recorder",
        "org.echolot.check.ShieldedListener",
        "org.echolot.fleet.BothListeners",
        "org.echolot.ticket.HidingListener"
      })
  void eachEventHasItsMethod(String listener) {
    List<String> events =
        Arrays.stream(CheckListener.class.getMethods()).map(Method::getName).distinct().toList();

    assertThat(HOUSE.get(listener).getMethods())
        .extracting(method -> method.getName())
        .containsAll(events);
  }
}
