package org.echolot.ui.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.echolot.secrets.SecretBook;
import org.echolot.secrets.SecretKey;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.material.TlsFileException;
import org.jspecify.annotations.Nullable;

/** Stands for a person who is asked for secrets, and for encrypted files. */
public final class Answers implements SecretsModel.Asker, SecretsModel.Files {

  /** A question that waits for its answer. */
  private record Asked(SecretQuestion question, Consumer<char @Nullable []> answer) {}

  public final SecretBook book = new SecretBook();
  private final Map<Path, String> passwords = new HashMap<>();
  private final Deque<Asked> waiting = new ArrayDeque<>();
  private final List<SecretQuestion> asked = new ArrayList<>();

  /** A model that nobody is there to answer, and whose files can all be read. */
  public static SecretsModel nobody() {
    return new Answers().model(Runnable::run, Runnable::run);
  }

  public SecretsModel model(Executor background, Executor fx) {
    return new SecretsModel(book, this, background, fx, this);
  }

  /** The file is encrypted from now on. */
  public Answers encrypted(Path file, String password) {
    passwords.put(file, password);
    return this;
  }

  @Override
  public void ask(SecretQuestion question, Consumer<char @Nullable []> answer) {
    asked.add(question);
    waiting.add(new Asked(question, answer));
  }

  /** All that was asked so far, in order. */
  public List<SecretQuestion> asked() {
    return asked;
  }

  public boolean isAsking() {
    return !waiting.isEmpty();
  }

  /** Answers the question that waits; null: the person does not want to. */
  public void answer(@Nullable String secret) {
    assertThat(waiting).as("one dialog at a time").hasSize(1);
    Asked next = waiting.remove();
    next.answer().accept(secret == null ? null : secret.toCharArray());
  }

  @Override
  public void check(TlsSettings settings) throws TlsFileException {
    for (Path file :
        Stream.of(settings.trustedCertificates(), settings.clientCertificate())
            .filter(Objects::nonNull)
            .toList()) {
      String password = passwords.get(file);
      if (password != null) {
        char[] said =
            book.find(new SecretKey.OfFile(file))
                .orElseThrow(() -> TlsFileException.passwordMissing(file));
        if (!Arrays.equals(said, password.toCharArray())) {
          throw TlsFileException.passwordWrong(file);
        }
      }
    }
  }
}
