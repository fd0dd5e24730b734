package org.echolot.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.realpeers.Echoscu;

/**
 * Our listener under attack by those who ask for nothing or keep what they get, and called by
 * {@code echoscu} meanwhile. Started by {@code bin/bench siege}.
 */
public final class Siege {

  private static final int CALLS = 20;

  /** An attack is met for so long at least. */
  private static final long AT_LEAST_NANOS = 10_000_000_000L;

  private static final List<Integer> MAX_ASSOCIATIONS = List.of(64, 10);

  private final PrintStream out;
  private final int calls;
  private final List<String> tlsOfListener;
  private final String[] tlsOfEchoscu;

  private Siege(PrintStream out, int calls, Path folder) {
    this.out = out;
    this.calls = calls;
    Made own = new CertificateKit(folder).selfSigned("listener").make();
    tlsOfListener = List.of("--cert", own.file().toString(), "--key", own.key().toString());
    tlsOfEchoscu = new String[] {"+tla", "+cf", own.file().toString()};
  }

  /**
   * @param args nothing, or how often echoscu calls during each attack at least
   */
  public static void main(String[] args) throws Exception {
    int calls = args.length > 0 ? Integer.parseInt(args[0]) : CALLS;
    System.out.println(Bench.machine());
    Path folder = Files.createTempDirectory("siege");
    Siege siege = new Siege(System.out, calls, folder);
    byte[] request = PduEncoder.encode(request()).toByteArray();
    siege.report("5,000 silent connections a second", true, Attack::bySilence);
    siege.report("5,000 silent connections a second", false, Attack::bySilence);
    siege.report("half a ClientHello", true, port -> Attack.byHalf(port, Attack.clientHello()));
    siege.report("a byte a second", true, port -> Attack.byDrops(port, Attack.clientHello()));
    siege.report("a byte a second", false, port -> Attack.byDrops(port, request));
    siege.report("half a request", false, port -> Attack.byHalf(port, request));
    siege.report("associations that stay", false, port -> Attack.byWholeRequests(port, request));
    System.out.println(Bench.machine());
    System.exit(0);
  }

  private static AssociateRq request() {
    return new AssociateRq(
        AssociateRq.PROTOCOL_VERSION,
        new AeTitle("ECHOLOT").toField(),
        new AeTitle("SIEGE").toField(),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        List.of(
            new PresentationContextRq(
                1, Uids.VERIFICATION, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN))),
        new UserInformation(List.of(new UserItem.MaxPduLength(16_384))),
        List.of());
  }

  private void report(String what, boolean tls, IntFunction<Attack> attack) throws IOException {
    for (int maxAssociations : MAX_ASSOCIATIONS) {
      try (Besieged listener = new Besieged(maxAssociations, tls ? tlsOfListener : List.of());
          Attack attackers = attack.apply(listener.port())) {
        report(what + (tls ? ", TLS" : ""), maxAssociations, listener, attackers);
      }
    }
  }

  private void report(String what, int maxAssociations, Besieged listener, Attack attackers)
      throws IOException {
    List<String> failures = new ArrayList<>();
    Samples times = new Samples();
    int descriptors = 0;
    int threads = 0;
    awaitAttack(attackers);
    long start = System.nanoTime();
    long connectionsBefore = attackers.connections();
    int made = 0;
    for (; made < calls || System.nanoTime() - start < AT_LEAST_NANOS; made++) {
      long from = System.nanoTime();
      Echoscu.Run run =
          what.endsWith("TLS")
              ? Echoscu.run(listener.port(), "ECHOLOT", tlsOfEchoscu)
              : Echoscu.run(listener.port(), "ECHOLOT");
      times.add(System.nanoTime() - from);
      if (run.exitCode() != 0) {
        failures.add(run.output().strip().replaceAll("(?s).*\n", ""));
      }
      descriptors = Math.max(descriptors, listener.descriptors());
      threads = Math.max(threads, listener.threads());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        Locale.ROOT,
        "%-38s max-associations %2d: echoscu median %4.0f ms, max %4.0f ms, %d of %d failed;"
            + " %,.0f connections/s; VmHWM %d MiB, %d threads, %d descriptors%n",
        what,
        maxAssociations,
        times.medianMillis(),
        times.percentileMillis(100),
        failures.size(),
        made,
        (attackers.connections() - connectionsBefore) / seconds,
        listener.mostMemory(),
        threads,
        descriptors);
    failures.stream().distinct().forEach(failure -> out.println("    " + failure));
  }

  /** Until the room would be full. */
  private static void awaitAttack(Attack attackers) {
    long end = System.nanoTime() + 5_000_000_000L;
    while (attackers.connections() < 1_000 && System.nanoTime() < end) {
      LockSupport.parkNanos(10_000_000L);
    }
  }
}
