package org.echolot.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.echolot.check.Cause;

/** An explanation as plain text, safe to print. */
public final class ExplanationText {

  private ExplanationText() {}

  /** Its lines, without line breaks. */
  public static List<String> of(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(explanation.summary());
    int number = 0;
    for (Explained explained : explanation.explained()) {
      number++;
      lines.add("");
      Meaning meaning = explained.meaning();
      lines.add(number + ". " + meaning.means());
      field(lines, "Whose move", meaning.move().label());
      field(lines, "Next", meaning.next());
      if (!meaning.causes().isEmpty()) {
        field(lines, "Cause", causes(meaning.causes()));
      }
      if (meaning.side() != Side.EITHER) {
        field(lines, "Written by", meaning.side().label());
      }
      for (String sample : explained.samples()) {
        field(lines, sample.equals(explained.samples().getFirst()) ? where(explained) : "", sample);
      }
    }
    if (!explanation.unknownSamples().isEmpty()) {
      lines.add("");
      lines.add("Lines that Echolot does not know (the first few):");
      explanation.unknownSamples().forEach(sample -> lines.add("   " + sample));
    }
    return lines;
  }

  /** The causes by name, with "or" where the line does not tell which. */
  public static String causes(List<Cause> causes) {
    return causes.stream().map(Cause::name).collect(Collectors.joining(" or "));
  }

  /** The number of the first line, and how many there are. */
  public static String where(Explained explained) {
    return "Line "
        + explained.firstLine()
        + (explained.count() == 1 ? "" : " and " + (explained.count() - 1) + " more");
  }

  private static void field(List<String> lines, String name, String value) {
    lines.add(String.format(Locale.ROOT, "   %-20s %s", name.isEmpty() ? "" : name + ":", value));
  }
}
