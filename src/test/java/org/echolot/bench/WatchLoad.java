package org.echolot.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.echolot.check.CheckRequest;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.Stamp;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.watch.LineFault;
import org.echolot.fleet.watch.ThisComputersLine;
import org.echolot.fleet.watch.Watch;
import org.echolot.fleet.watch.WatchListener;
import org.echolot.fleet.watch.Watched;
import org.echolot.journal.Journal;
import org.echolot.realpeers.DcmtkServer;
import org.echolot.realpeers.RealPeer;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;
import org.jspecify.annotations.Nullable;

/**
 * What a watch of many peers costs: the processor time of this process, of which the peers take
 * none. All of them are one storescp, by an address of its own each.
 */
public final class WatchLoad {

  private static final Duration WARM_UP = Duration.ofSeconds(70);
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private WatchLoad() {}

  public static void main(String[] args) throws InterruptedException {
    int peers = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
    Duration measured = Duration.ofSeconds(args.length > 1 ? Long.parseLong(args[1]) : 60);
    SecretBook secrets = new SecretBook();
    AtomicInteger good = new AtomicInteger();
    AtomicInteger bad = new AtomicInteger();
    try (RealPeer storescp = DcmtkServer.storescp();
        Watch watch =
            new Watch(
                new Fleet(
                    new OwnEngine(new TlsMaterials(secrets), secrets),
                    new Journal(),
                    Fleet.DEFAULT_PARALLELISM),
                new ThisComputersLine(),
                new WatchListener() {
                  @Override
                  public void checkEnded(CheckEnded ended, @Nullable LineFault fault) {
                    (ended.result().isSuccess() ? good : bad).incrementAndGet();
                  }
                })) {
      watch.watch(
          IntStream.range(0, peers)
              .mapToObj(i -> new Watched(request(i, storescp.port()), INTERVAL))
              .toList());
      Thread.sleep(WARM_UP);
      good.set(0);
      bad.set(0);
      Duration cpu = cpu();
      Stamp begin = Stamp.now();
      Thread.sleep(measured);
      Duration took = Stamp.now().since(begin);
      Duration used = cpu().minus(cpu);
      System.out.printf(
          Locale.ROOT,
          "%d peers every %d s: %d checks succeeded and %d failed in %.1f s; processor time %.2f s,"
              + " %.2f %% of one core; load of the machine %.2f%n",
          peers,
          INTERVAL.toSeconds(),
          good.get(),
          bad.get(),
          took.toNanos() / 1e9,
          used.toNanos() / 1e9,
          100.0 * used.toNanos() / took.toNanos(),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
  }

  private static CheckRequest request(int i, int port) {
    return CheckRequest.of(
        "CT " + i,
        new AeTitle("CT" + i),
        new AeTitle("ECHOLOT"),
        "127.0." + (1 + i / 250) + "." + (1 + i % 250),
        port);
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }
}
