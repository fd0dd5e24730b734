package org.echolot.ui.listener;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.echolot.check.CheckRequest;
import org.echolot.journal.Journal;
import org.echolot.listener.Call;
import org.echolot.secrets.SecretBook;
import org.echolot.settings.ListenerSettings;
import org.echolot.tls.material.TlsMaterials;

/** Opens the windows in which somebody is to call us. To be used on the FX thread. */
public final class ReverseTests {

  private final Listening.Tools tools;
  private final SecretBook secrets;
  private final CallsModel calls;
  private final CallLines lines;

  /**
   * @param background runs what waits for the system, one after the other
   * @param fx runs what changes view models
   * @param calls has all calls, those of the built-in server too
   * @param lines has their lines
   */
  public ReverseTests(
      Journal journal,
      TlsMaterials materials,
      SecretBook secrets,
      Executor background,
      Executor fx,
      CallsModel calls,
      CallLines lines) {
    this.tools = new Listening.Tools(journal, materials, background, fx, InstantSource.system());
    this.secrets = secrets;
    this.calls = calls;
    this.lines = lines;
  }

  /**
   * Opens the reverse test.
   *
   * @param standard how the built-in server listens
   * @param port that is proposed
   */
  public void listen(Window owner, ListenerSettings standard, int port, CallDeeds deeds) {
    ReverseModel model =
        new ReverseModel(
            new ListenForm(standard.ae(), port),
            new Listening(tools, calls.keeping()),
            calls,
            secrets);
    ReverseWindow.show(owner, model, lines, deeds);
  }

  /**
   * Waits for a call from a peer.
   *
   * @param peer who is to call
   * @param port that is proposed
   * @param ticket copies the ticket of a call
   */
  public void expect(Window owner, CheckRequest peer, int port, Consumer<Call> ticket) {
    ExpectWindow.show(owner, new ExpectModel(peer, port, tools, calls), ticket);
  }
}
