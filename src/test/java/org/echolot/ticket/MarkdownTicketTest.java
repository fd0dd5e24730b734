package org.echolot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.echolot.capture.Recording;
import org.echolot.ticket.Ticket.Body;
import org.echolot.ticket.Ticket.Field;
import org.echolot.ticket.Ticket.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is pasted looks as it was meant, by a renderer that others use. */
class MarkdownTicketTest {

  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), AutolinkExtension.create());

  private static Node parsed(String markdown) {
    return Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
  }

  private static String html(String markdown) {
    return HtmlRenderer.builder()
        .extensions(EXTENSIONS)
        .build()
        .render(parsed(markdown))
        .replaceAll("</?code[^>]*>", ""); // what is set as code looks the same
  }

  private static Ticket holding(String text) {
    return new Ticket(
        "Title " + text,
        "Verdict " + text,
        List.of(
            new Section(
                "", new Body.Fields(List.of(new Field("Steps", List.of(text, text), true)))),
            new Section("Table", new Body.Fields(List.of(new Field("Name", List.of(text), false)))),
            new Section("List", new Body.Items(List.of(text))),
            new Section("Log", new Body.Lines(List.of(text, "second line")))));
  }

  private static final String FRAME = html(MarkdownTicket.of(holding("MARK")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a | b || c",
        "`code` and ``` a fence",
        "```",
        "````text",
        "<script>alert(1)</script> <!-- & &amp; -->",
        "**bold** *it* _it_ __b__ ~~gone~~ snake_case_stays",
        "[link](http://evil.example) ![image](x.png) <http://evil.example>",
        "see http://evil.example/x or www.evil.example or a@evil.example",
        "# heading",
        "- item",
        "+ item",
        "=====",
        "1. one",
        "1) one",
        "> quote",
        "\\| \\` back\\slash",
        "$x$ @everyone #123 !",
        "\\",
      })
  void hostileTextIsShownAndIsNoMarkup(String text) {
    String shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");

    assertThat(html(MarkdownTicket.of(holding(text))).replace("&quot;", "\""))
        .isEqualTo(FRAME.replace("MARK", shown));
  }

  @Test
  void linesControlsAndDirectionsStayInTheirCell() {
    String markdown = MarkdownTicket.of(holding("a\r\n\r\n| b\u001b[2J\u202e\u2028c"));

    assertThat(html(markdown).lines().count()).isEqualTo(FRAME.lines().count());
    assertThat(markdown).doesNotContain("\u001b", "\r", "\u202e", "\u2028");
  }

  @Test
  void blanksAreNotLost() {
    assertThat(html(MarkdownTicket.escaped("\"A  B\""))).contains("&quot;A \u00a0B&quot;");
  }

  @Test
  void aVeryLongTextIsCut() {
    assertThat(MarkdownTicket.of(holding("x".repeat(1_000_000)))).hasSizeLessThan(10_000);
  }

  @Test
  void aWholeTicketIsReadable() {
    String markdown =
        Tickets.of(
            new Evidence(TicketsTest.aborted("Main PACS", "PACS_1"), Recording.EMPTY, null),
            TicketFormat.MARKDOWN,
            null);

    assertThat(markdown)
        .startsWith(
            """
            ## DICOM C-ECHO to "Main PACS" failed

            **The peer aborted.**

            **The peer:** PACS_1 (10.1.2.3:104)

            **We:** ME (10.1.9.8)

            **Whose move:** the administrator of PACS_1 (10.1.2.3:104)

            **What to do:**

            1. Look at its log
            2. Ask its vendor

            **Ruled out:** host, port, network, AE titles. The peer at 10.1.2.3:104 accepted the association.

            ### Who and when

            | | |
            |---|---|
            | Called AE title | "PACS_1" |
            """);
    assertThat(html(markdown))
        .contains(
            "<td>Called AE title</td>\n<td>&quot;PACS_1&quot;</td>",
            "✗ Echo        7.00 ms  A-ABORT")
        .doesNotContain("<em>", "<a ");
  }
}
