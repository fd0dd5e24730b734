package org.echolot.ui.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.run.EchoEngines;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.FleetListener;
import org.echolot.fleet.FleetRun;
import org.echolot.report.Comparison;

/**
 * One peer, checked by every engine, one after the other. View model: to be used on the FX thread.
 */
public final class ComparisonModel {

  private final EchoEngines engines;
  private final List<FleetRun> runs = new ArrayList<>();
  private final Map<Integer, CheckResult> results = new TreeMap<>();
  private final ReadOnlyObjectWrapper<Comparison> comparison =
      new ReadOnlyObjectWrapper<>(new Comparison(List.of()));

  /**
   * Starts the checks.
   *
   * @param fx runs what changes the view model
   */
  public ComparisonModel(Fleet fleet, EchoEngines engines, CheckRequest request, Executor fx) {
    this.engines = engines;
    for (int i = 0; i < engines.all().size(); i++) {
      int index = i;
      FleetListener listener =
          new FleetListener() {
            @Override
            public void checkEnded(CheckEnded ended) {
              fx.execute(() -> ended(index, ended.result()));
            }
          };
      runs.add(fleet.start(List.of(request), engines.all().get(i), listener));
    }
  }

  private void ended(int index, CheckResult result) {
    results.put(index, result);
    comparison.set(new Comparison(List.copyOf(results.values())));
  }

  /** What is known up to now, in the order of the engines. */
  ReadOnlyObjectProperty<Comparison> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** Where the comparison stands, in a sentence. */
  String verdict() {
    if (results.size() < engines.all().size()) {
      return "Checked by " + results.size() + " of " + engines.all().size() + " engines …";
    }
    return comparison.get().agrees()
        ? "The engines report the same."
        : "The engines differ in the lines marked with ≠.";
  }

  /** Stops what still runs. */
  void stop() {
    runs.reversed().forEach(FleetRun::stop);
  }
}
