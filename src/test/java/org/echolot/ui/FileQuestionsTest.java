package org.echolot.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileQuestionsTest extends FxTest {

  @TempDir Path folder;

  private final List<@Nullable File> begunIn = new ArrayList<>();
  private @Nullable File answer;

  private FileQuestions asking(String lastFolder) {
    FileQuestions.Asker user =
        (chooser, _) -> {
          begunIn.add(chooser.getInitialDirectory());
          return answer;
        };
    return new FileQuestions(lastFolder, user, user);
  }

  @Test
  void theNextQuestionBeginsWhereTheLastFileWasChosen() throws Exception {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path tickets = Files.createDirectory(folder.resolve("tickets"));
    onFx(
        () -> {
          Stage stage = new Stage();
          FileQuestions questions = asking("");
          assertThat(questions.open(stage, "Open", first, List.of())).as("cancelled").isEmpty();
          answer = tickets.resolve("CT 1").toFile();
          assertThat(
                  questions.save(
                      stage, "Save", "CT 1", List.of(new ExtensionFilter("ZIP", "*.zip"))))
              .contains(tickets.resolve("CT 1.zip"));
          assertThat(questions.open(stage, "Open", first, List.of()))
              .contains(tickets.resolve("CT 1"));
          assertThat(begunIn).containsExactly(first.toFile(), null, tickets.toFile());
          assertThat(questions.lastFolder()).isEqualTo(tickets.toString());
        });
  }

  @Test
  void aFolderThatIsGoneIsNotAskedFor() {
    onFx(
        () -> {
          FileQuestions questions = asking(folder.resolve("gone").toString());
          assertThat(questions.open(new Stage(), "Open", folder, List.of())).isEmpty();
          assertThat(begunIn).containsExactly(folder.toFile());
        });
  }

  @Test
  void whatAWindowOwnsAsksAsTheWindowDoes() {
    onFx(
        () -> {
          Stage window = new Stage();
          Stage dialog = new Stage();
          dialog.initOwner(window);
          FileQuestions questions = asking("");
          questions.serve(window);
          assertThat(FileQuestions.of(dialog)).isSameAs(questions);
          assertThat(FileQuestions.of(new Stage())).isNotSameAs(questions);
        });
  }
}
