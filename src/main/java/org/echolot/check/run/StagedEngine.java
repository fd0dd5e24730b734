package org.echolot.check.run;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckEvent.CheckEnded;
import org.echolot.check.CheckEvent.CheckStarted;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EchoEngine;
import org.echolot.check.diagnosis.CauseTexts;
import org.echolot.check.diagnosis.KnownStalls;
import org.echolot.concurrent.LocalClock;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Teller;
import org.echolot.concurrent.Tellers;
import org.echolot.concurrent.Threads;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;

/**
 * An engine that takes a check through its stages in the one way that all engines have in common,
 * and leaves the association to a stack of choice.
 */
public final class StagedEngine implements EchoEngine {

  /**
   * What all checks of one engine share.
   *
   * @param engine its name
   * @param names says what host names mean
   * @param scheduler closes connections on which something passed its deadline
   * @param tellers tell listeners, so that the thread of the check need not
   * @param stalls the peers that hold their replies back
   * @param materials the files with certificates and keys
   * @param secrets has what users were asked for
   * @param gauge says what the system knows of a connection's way
   */
  record Tools(
      String engine,
      UpperLayer upperLayer,
      NameSources names,
      ScheduledExecutorService scheduler,
      Tellers tellers,
      CauseTexts texts,
      KnownStalls stalls,
      TlsMaterials materials,
      SecretBook secrets,
      NetworkGauge gauge) {

    static Tools of(
        String name,
        UpperLayer upperLayer,
        NameSources names,
        TlsMaterials materials,
        SecretBook secrets) {
      return new Tools(
          name,
          upperLayer,
          names,
          Threads.newScheduler(name + " deadlines"),
          new Tellers(name + " teller"),
          CauseTexts.load(),
          new KnownStalls(System::nanoTime),
          materials,
          secrets,
          new NetworkGauge());
    }
  }

  private final Tools tools;
  private final Rehearsal rehearsal;

  /**
   * An engine that asks the platform for the addresses of names.
   *
   * @param secrets has the passcodes and tokens of user identities
   */
  public StagedEngine(
      String name, UpperLayer upperLayer, TlsMaterials materials, SecretBook secrets) {
    this(name, upperLayer, NameSources.ofThisComputer(), materials, secrets);
  }

  StagedEngine(
      String name,
      UpperLayer upperLayer,
      NameSources names,
      TlsMaterials materials,
      SecretBook secrets) {
    this.tools = Tools.of(name, upperLayer, names, materials, secrets);
    this.rehearsal = new Rehearsal(tools);
  }

  @Override
  public String name() {
    return tools.engine();
  }

  @Override
  public EchoEngine equippedWith(TlsMaterials materials, SecretBook secrets) {
    return new StagedEngine(tools.engine(), tools.upperLayer(), materials, secrets);
  }

  @Override
  public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
    rehearsal.once(request);
    try (Teller<CheckEvent> teller =
        new Teller<>(List.of(listener::told), EventScale.INSTANCE, tools.tellers())) {
      OffsetDateTime began = LocalClock.now();
      teller.tell(new CheckStarted(request, began.toInstant()));
      CheckListener inside = new Inside(teller, listener);
      CheckRun run = new CheckRun(CheckPlan.ECHO, tools, request, inside, stop);
      CheckResult result = run.run(began);
      teller.tell(new CheckEnded(result, Instant.now()));
      return result;
    }
  }

  /**
   * What a check tells: what happened, by and by; that it is connected, at once.
   *
   * @param outside who is told
   */
  private record Inside(Teller<CheckEvent> teller, CheckListener outside) implements CheckListener {
    @Override
    public void told(CheckEvent event) {
      teller.tell(event);
    }

    @Override
    public void connected() {
      outside.connected();
    }
  }
}
