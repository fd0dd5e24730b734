package org.echolot.ui.secrets;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.echolot.check.CheckRequest;
import org.echolot.check.UserIdentity;
import org.echolot.concurrent.Awaited;
import org.echolot.concurrent.Threads;
import org.echolot.secrets.SecretBook;
import org.echolot.secrets.SecretKey;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.material.TlsFileException;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that checks find the passwords, passcodes and tokens that they need: each that is
 * missing is asked for once, one after the other. Files are read away from the FX thread. View
 * model: to be used on the FX thread.
 */
public final class SecretsModel {

  /** Asks a person; on the FX thread. */
  @FunctionalInterface
  public interface Asker {

    /**
     * Returns at once, or when it was answered.
     *
     * @param answer is given what was typed, which is the receiver's own, or null if the user does
     *     not want to
     */
    void ask(SecretQuestion question, Consumer<char @Nullable []> answer);
  }

  /** Reads the files that a check uses. */
  @FunctionalInterface
  public interface Files {

    /**
     * It blocks.
     *
     * @throws TlsFileException if one can't be used
     */
    void check(TlsSettings settings) throws TlsFileException;
  }

  /**
   * What can begin.
   *
   * @param ready the checks that have all that they need, or whose fault the engine will name
   * @param refused those whose secret the user did not want to say, each with why it is not made
   */
  public record Prepared(List<CheckRequest> ready, Map<CheckRequest, String> refused) {}

  /** What was found when the files were read. */
  private record Look(Optional<SecretQuestion> question, Map<CheckRequest, String> refused) {}

  private final SecretBook book;
  private final Files files;
  private final Executor background;
  private final Executor fx;
  private final Asker asker;
  private final Deque<Preparation> waiting = new ArrayDeque<>();

  /**
   * @param files reads the files of a check, with the passwords in {@code book}
   * @param background runs what waits for files
   * @param fx runs what changes the view model
   */
  public SecretsModel(SecretBook book, Files files, Executor background, Executor fx, Asker asker) {
    this.book = book;
    this.files = files;
    this.background = background;
    this.fx = fx;
    this.asker = asker;
  }

  /** Whether a check needs no file and no secret that is not there, and so can begin at once. */
  public boolean isReady(CheckRequest request) {
    TlsSettings tls = request.tls();
    boolean needsFile =
        tls != null && (tls.trustedCertificates() != null || tls.clientCertificate() != null);
    return !needsFile && missing(request).isEmpty();
  }

  /**
   * Gets what checks need.
   *
   * @param then is told on the FX thread what can begin, unless it is cancelled before
   */
  public Preparation prepare(List<CheckRequest> requests, Consumer<Prepared> then) {
    Preparation preparation = new Preparation(List.copyOf(requests), then);
    waiting.add(preparation);
    // The first does so already, unless a fault got in its way.
    waiting.element().lookUnlessItDoes();
    return preparation;
  }

  /**
   * Asks for the password of a file that somebody else than a check uses.
   *
   * @param user who does, to be put before "uses"
   * @param said is told, on the FX thread, whether somebody said it
   */
  public void askFor(TlsFileException file, String user, Consumer<Boolean> said) {
    SecretQuestion question = SecretQuestion.of(file, user);
    asker.ask(
        question,
        answer -> {
          if (answer == null) {
            book.forget(question.key());
          } else {
            keep(question.key(), answer);
          }
          said.accept(answer != null);
        });
  }

  /** Forgets all that was said. */
  public void forgetAll() {
    book.forgetAll();
  }

  /** Forgets the secret of the user that a check comes as, so that it is asked for again. */
  public void forgetUser(CheckRequest request) {
    UserIdentity identity = request.userIdentity();
    if (identity != null) {
      book.forget(identity.secretKey(request.peerId()));
    }
  }

  private void keep(SecretKey key, char[] secret) {
    book.remember(key, secret);
    Arrays.fill(secret, '\0');
  }

  private Optional<UserIdentity> missing(CheckRequest request) {
    return Optional.ofNullable(request.userIdentity())
        .filter(identity -> identity.type().hasSecret())
        .filter(identity -> !has(identity.secretKey(request.peerId())));
  }

  private boolean has(SecretKey key) {
    Optional<char[]> secret = book.find(key);
    secret.ifPresent(copy -> Arrays.fill(copy, '\0'));
    return secret.isPresent();
  }

  private void next() {
    waiting.poll();
    Preparation following = waiting.peek();
    if (following != null) {
      following.look();
    }
  }

  /** Some checks that are to begin together. */
  public final class Preparation {

    private final List<CheckRequest> requests;
    private final Consumer<Prepared> then;
    private final Set<SecretKey> refusedKeys = new HashSet<>();
    private final Awaited looking = new Awaited();
    private boolean asks;
    private boolean cancelled;

    private Preparation(List<CheckRequest> requests, Consumer<Prepared> then) {
      this.requests = requests;
      this.then = then;
    }

    /** Nobody waits for it any more. */
    public void cancel() {
      cancelled = true;
    }

    private void lookUnlessItDoes() {
      if (!asks && looking.begin()) {
        look();
      }
    }

    private void look() {
      boolean _ = looking.begin();
      Set<SecretKey> without = Set.copyOf(refusedKeys);
      background.execute(
          () -> {
            Look look = lookSafely(requests, without);
            fx.execute(() -> goOn(look));
          });
    }

    private void goOn(Look look) {
      if (waiting.peek() != this || asks) {
        return; // it was looked for twice
      }
      looking.end();
      if (cancelled) {
        next();
      } else if (look.question().isPresent()) {
        SecretQuestion question = look.question().get();
        asks = true;
        asker.ask(question, answer -> answered(question, answer));
      } else {
        List<CheckRequest> ready =
            requests.stream().filter(request -> !look.refused().containsKey(request)).toList();
        next();
        then.accept(new Prepared(ready, look.refused()));
      }
    }

    private void answered(SecretQuestion question, char @Nullable [] answer) {
      asks = false;
      if (answer == null) {
        refusedKeys.add(question.key());
        book.forget(question.key());
      } else {
        keep(question.key(), answer);
      }
      look();
    }
  }

  /** A fault of ours must not keep all later checks waiting: the engine will meet it too. */
  private Look lookSafely(List<CheckRequest> requests, Set<SecretKey> without) {
    try {
      return lookFor(requests, without);
    } catch (RuntimeException fault) {
      Threads.tellFault(fault);
      return new Look(Optional.empty(), Map.of());
    }
  }

  /** The first secret that is missing. It reads files. */
  private Look lookFor(List<CheckRequest> requests, Set<SecretKey> without) {
    Map<CheckRequest, String> refused = new LinkedHashMap<>();
    for (CheckRequest request : requests) {
      Optional<SecretQuestion> question = questionFor(request);
      if (question.isPresent()) {
        if (!without.contains(question.get().key())) {
          return new Look(question, Map.of());
        }
        refused.put(request, question.get().refusal());
      }
    }
    return new Look(Optional.empty(), refused);
  }

  private Optional<SecretQuestion> questionFor(CheckRequest request) {
    TlsSettings tls = request.tls();
    if (tls != null) {
      try {
        files.check(tls);
      } catch (TlsFileException e) {
        // What else may be wrong with a file, the check says as its result.
        return e.asksForPassword()
            ? Optional.of(SecretQuestion.of(e, "the check of " + request.name()))
            : Optional.empty();
      }
    }
    return missing(request).map(identity -> SecretQuestion.of(identity, request));
  }
}
