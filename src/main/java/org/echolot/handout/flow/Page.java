package org.echolot.handout.flow;

import org.echolot.text.Html;

/** A page for a browser and for paper: one file without scripts, well-formed XML as well. */
final class Page {

  private static final String STYLE =
      """
      @page { size: A4 %s; margin: 14mm 12mm; }
      :root { color-scheme: light; }
      body { margin: 0 auto; max-width: %s; padding: 1.5rem; background: #fff; color: #1c2530;
        font: 10pt/1.4 system-ui, "Segoe UI", "Liberation Sans", sans-serif; }
      h1 { font-size: 1.5em; margin: 0; }
      h2 { font-size: 1.1em; margin: 1.6em 0 .4em; break-after: avoid; }
      .made, .note { color: #52606d; }
      .note { font-size: .88em; }
      .made { margin: .1em 0 1em; }
      table { width: 100%%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      th, td { text-align: left; vertical-align: top; padding: .35em .6em; overflow-wrap: anywhere;
        border-bottom: 1px solid #d4dae1; }
      thead th { border-bottom: 2px solid #1c2530; white-space: nowrap; }
      tbody th { font-weight: 600; width: 9em; white-space: nowrap; }
      td.number, th.number { text-align: right; white-space: nowrap; }
      td.edit { background: #f3f6fa; }
      code { font-family: ui-monospace, "Liberation Mono", monospace; font-size: .95em; }
      ul { padding-left: 1.2em; }
      @media print { body { max-width: none; padding: 0; } td.edit { background: none; } }
      """;

  private Page() {}

  /**
   * The beginning, up to the heading.
   *
   * @param isWide whether it is printed across
   */
  static Html begin(String title, boolean isWide) {
    String style =
        STYLE
            .replaceFirst("%s", isWide ? "landscape" : "portrait")
            .replaceFirst("%s", isWide ? "78rem" : "48rem")
            .replace("%%", "%");
    return new Html()
        .raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\"")
        .raw(" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n<title>")
        .text(title)
        .raw("</title>\n<style>\n" + style + "</style></head>\n<body><h1>")
        .text(title)
        .raw("</h1>\n");
  }

  /** The end. */
  static String end(Html page) {
    return page.raw("</body></html>\n").toString();
  }
}
