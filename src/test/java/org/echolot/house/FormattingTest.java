package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.StringWrapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormattingTest {

  @Test
  void everySourceIsFormatted() throws Exception {
    List<Path> sources = Repository.files("src", ".java");
    List<String> unformatted = new ArrayList<>();
    for (Path source : sources) {
      if (!isFormatted(source)) {
        unformatted.add(Repository.name(source));
      }
    }

    assertThat(sources).isNotEmpty();
    assertThat(unformatted).as("not formatted; bin/format puts it right").isEmpty();
  }

  @Test
  void aSourceThatIsNotFormattedIsFound() throws Exception {
    assertThat(format("class  A {}\n")).isEqualTo("class A {}\n");
    assertThat(format("import java.util.List;\n\nclass A {}\n")).isEqualTo("class A {}\n");
  }

  private static boolean isFormatted(Path file) throws IOException, FormatterException {
    String source = Files.readString(file).replace("\r\n", "\n");
    return source.equals(format(source));
  }

  private static String format(String source) throws FormatterException {
    String withImports =
        RemoveUnusedImports.removeUnusedImports(
            ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE));
    Formatter formatter = new Formatter();
    return StringWrapper.wrap(formatter.formatSource(withImports), formatter);
  }
}
