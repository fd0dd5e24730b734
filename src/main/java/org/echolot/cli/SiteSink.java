package org.echolot.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.echolot.check.CheckRequest;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.option.InputException;
import org.echolot.fleet.Schedule;
import org.echolot.report.Report;
import org.echolot.report.SiteCsv;
import org.echolot.report.SiteHtml;
import org.echolot.report.SiteReport;
import org.echolot.text.AddressText;

/** Writes a report of the last check of each peer, when all have ended. */
final class SiteSink implements FileReport.Sink {

  private final OutputStream out;
  private final boolean csv;
  private final Map<UUID, String> groups;
  private final Map<UUID, SiteReport.Entry> entries = new LinkedHashMap<>();

  private SiteSink(OutputStream out, boolean csv, Map<UUID, String> groups) {
    this.out = out;
    this.csv = csv;
    this.groups = groups;
  }

  /**
   * Makes or empties the file.
   *
   * @param groups what each peer is put under, by its ID
   * @throws InputException if it can't be written, or its name has another ending
   */
  static Report open(Environment environment, Path file, Map<UUID, String> groups)
      throws InputException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.endsWith(".html") && !name.endsWith(".csv")) {
      throw new InputException("the name of a report file must end in .html or .csv: " + file);
    }
    return FileReport.open(
        environment.directory().resolve(file),
        path -> new SiteSink(Files.newOutputStream(path), name.endsWith(".csv"), groups),
        environment.err());
  }

  @Override
  public void add(Schedule.Ended ended) {
    CheckRequest request = ended.result().request();
    entries.put(
        request.peerId(),
        new SiteReport.Entry(
            request.name(),
            groups.getOrDefault(request.peerId(), ""),
            request.calledAe() + "@" + AddressText.of(request.host(), request.port()),
            ended.result()));
  }

  @Override
  public void close() throws IOException {
    // In the order of the list: the checks end in any.
    Map<UUID, SiteReport.Entry> listed = new LinkedHashMap<>();
    for (UUID id : groups.keySet()) {
      SiteReport.Entry entry = entries.get(id);
      if (entry != null) {
        listed.put(id, entry);
      }
    }
    entries.forEach(listed::putIfAbsent);
    SiteReport report =
        new SiteReport(
            OffsetDateTime.now(ZoneId.systemDefault()),
            System.getProperty("user.name", "?"),
            List.copyOf(listed.values()));
    try (out) {
      out.write((csv ? SiteCsv.of(report) : SiteHtml.of(report)).getBytes(StandardCharsets.UTF_8));
    }
  }
}
