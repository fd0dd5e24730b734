package org.echolot.peers.filter;

import java.util.List;

/**
 * A word of the filter language, for a help that is read.
 *
 * @param word as it can be typed
 * @param meaning which peers it lets through
 */
public record FilterHelp(String word, String meaning) {

  /** All that there are, those that are needed most first. */
  public static List<FilterHelp> all() {
    return List.of(
        new FilterHelp("failing", "the last check failed; also warning, ok, unchecked"),
        new FilterHelp("worse", "the last check ended worse than one a day ago"),
        new FilterHelp("cause:rejected", "failed for a cause with that word in it"),
        new FilterHelp("tag:ct", "a tag that begins so; tag:ct,mr for either"),
        new FilterHelp("10.1.2.", "an address that begins so; also 10.1.2.0/24"),
        new FilterHelp("ae:ORTHANC", "the called AE title; also name: host: port: calling: notes:"),
        new FilterHelp("cert<30d", "a certificate ends within 30 days"),
        new FilterHelp("slow>100ms", "the C-ECHO took longer"),
        new FilterHelp("watched", "checked at an interval"),
        new FilterHelp("tls", "uses TLS"),
        new FilterHelp("-tls", "- in front turns any word around"),
        new FilterHelp("\"ward 4\"", "quotes keep words together, and take them as text"),
        new FilterHelp("pacs berlin", "anything else: in name, address, tags, notes or result"));
  }
}
