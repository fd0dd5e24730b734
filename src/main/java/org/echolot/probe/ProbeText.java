package org.echolot.probe;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.echolot.check.CheckResult;
import org.echolot.check.run.LargeRequests;
import org.echolot.text.ElapsedText;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/** A probe as lines for a person. */
public final class ProbeText {

  /** Names are cut to this, so that the matrix fits 100 columns. */
  private static final int NAME_WIDTH = 42;

  private static final int CELL_WIDTH = 6;

  /** More changes than this are only counted. */
  private static final int MOST_CHANGES = 40;

  private ProbeText() {}

  /** The lines, without their ends. */
  public static List<String> of(ProbeResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(
        (result.isGood() ? "✓ " : "✗ ")
            + result.request().name()
            + "  ("
            + result.request().callingAe()
            + " → "
            + result.request().calledAe()
            + " at "
            + result.request().address()
            + ")");
    if (result.services() != null) {
      services(lines, result.services());
      changes(lines, result.changes());
    }
    if (result.big() != null) {
      big(lines, result.big());
    }
    FindProbe.Found find = result.find();
    if (find != null) {
      lines.add("  " + (find.isAllowed() ? "✓ " : "✗ ") + find.summary() + ".");
      failure(lines, find.failure());
    }
    AeTitleQuestion.Answered question = result.aeTitles();
    if (question != null) {
      question.tries().forEach(one -> lines.add("  " + one.line()));
      lines.add("  " + question.conclusion());
    }
    return lines.stream().map(Escapes::oneLine).map(String::stripTrailing).toList();
  }

  /** What a matrix has beside its services: counts, oddities, roles, what changed, a failure. */
  public static List<String> beyondTheMatrix(
      ServiceMatrix matrix, @Nullable List<ProbeChange> changes) {
    List<String> lines = new ArrayList<>();
    Map<Service, List<Cell>> byService = matrix.byService();
    long accepted = byService.values().stream().filter(ServiceMatrix::isAccepted).count();
    lines.add(accepted + " of " + byService.size() + " services accepted");
    odd(lines, matrix);
    roles(lines, matrix.roles());
    changes(lines, changes);
    failure(lines, matrix.failure());
    return shown(lines);
  }

  /** Large requests alone. */
  public static List<String> ofLargeRequests(BigResult result) {
    List<String> lines = new ArrayList<>();
    big(lines, result);
    return shown(lines);
  }

  /** A query alone. */
  public static List<String> ofQuery(FindProbe.Found found) {
    List<String> lines = new ArrayList<>();
    lines.add((found.isAllowed() ? "✓ " : "✗ ") + found.summary() + ".");
    failure(lines, found.failure());
    return shown(lines);
  }

  private static List<String> shown(List<String> lines) {
    return lines.stream().map(Escapes::oneLine).map(String::stripTrailing).toList();
  }

  private static void failure(List<String> lines, @Nullable CheckResult failure) {
    if (failure != null) {
      lines.add("    " + failure.summary() + ".");
      lines.add("    Whose move: " + failure.move().label() + ".");
      failure.advice().forEach(step -> lines.add("      " + step));
    }
  }

  private static void services(List<String> lines, ServiceMatrix matrix) {
    Map<Service, List<Cell>> byService = matrix.byService();
    long accepted = byService.values().stream().filter(ServiceMatrix::isAccepted).count();
    lines.add(
        "  "
            + accepted
            + " of "
            + byService.size()
            + " services accepted ("
            + matrix.associations()
            + (matrix.associations() == 1 ? " association" : " associations")
            + ", no data sent). Columns: transfer syntaxes accepted of those asked for.");
    if (accepted > 0) {
      StringBuilder head = new StringBuilder("    " + " ".repeat(NAME_WIDTH));
      for (Syntax.Kind kind : Syntax.Kind.values()) {
        head.append(right(kind.label()));
      }
      lines.add(head.toString());
    }
    byService.forEach(
        (service, cells) -> {
          if (ServiceMatrix.isAccepted(cells)) {
            lines.add(row(service, cells));
          }
        });
    refused(lines, byService);
    odd(lines, matrix);
    roles(lines, matrix.roles());
    failure(lines, matrix.failure());
  }

  private static String row(Service service, List<Cell> cells) {
    StringBuilder row = new StringBuilder("    ");
    String name = service.name();
    row.append(
        String.format(
            Locale.ROOT,
            "%-" + NAME_WIDTH + "s",
            name.length() > NAME_WIDTH ? name.substring(0, NAME_WIDTH - 1) + "…" : name));
    for (Syntax.Kind kind : Syntax.Kind.values()) {
      List<Cell> of = cells.stream().filter(cell -> cell.syntax().kind() == kind).toList();
      long good = of.stream().filter(cell -> cell.answer().isGood()).count();
      row.append(right(of.isEmpty() ? "" : good == 0 ? "–" : good + "/" + of.size()));
    }
    return row.toString();
  }

  private static String right(String text) {
    return String.format(Locale.ROOT, "%" + CELL_WIDTH + "s", text);
  }

  /** The services of which nothing was accepted, by the answer. */
  private static void refused(List<String> lines, Map<Service, List<Cell>> byService) {
    Map<Answer, List<String>> names = new EnumMap<>(Answer.class);
    byService.forEach(
        (service, cells) -> {
          Answer answer = cells.getFirst().answer();
          if (!ServiceMatrix.isAccepted(cells)
              && (answer.isRefusal() || answer == Answer.NOT_ASKED)) {
            names.computeIfAbsent(answer, _ -> new ArrayList<>()).add(service.name());
          }
        });
    names.forEach(
        (answer, services) -> {
          lines.add("  " + capital(answer.label()) + " (" + services.size() + "):");
          services.forEach(name -> lines.add("    " + name));
        });
  }

  /** What breaks the standard, and so is good for nothing. */
  private static void odd(List<String> lines, ServiceMatrix matrix) {
    matrix.cells().stream()
        .filter(cell -> cell.answer().isOdd())
        .collect(
            Collectors.groupingBy(
                cell -> cell.service().name() + ": " + cell.answer().label(),
                TreeMap::new,
                Collectors.counting()))
        .forEach((words, count) -> lines.add("  ! " + words + " (" + count + ")"));
    if (matrix.strangers() > 0) {
      lines.add(
          "  ! The peer answered "
              + matrix.strangers()
              + " presentation contexts that were not proposed");
    }
  }

  private static void roles(List<String> lines, List<RoleAnswer> roles) {
    if (!roles.isEmpty()) {
      long accepted = roles.stream().filter(RoleAnswer::isAccepted).count();
      lines.add(
          "  C-GET: we may be sent objects (SCP role) of "
              + accepted
              + " of "
              + roles.size()
              + " storage classes.");
    }
  }

  private static void changes(List<String> lines, @Nullable List<ProbeChange> changes) {
    if (changes == null) {
      return;
    }
    if (changes.isEmpty()) {
      lines.add("  The same as at the last probe.");
      return;
    }
    lines.add("  Changed since the last probe (" + changes.size() + "):");
    changes.stream().limit(MOST_CHANGES).forEach(change -> lines.add("    " + change.words()));
    if (changes.size() > MOST_CHANGES) {
      lines.add("    and " + (changes.size() - MOST_CHANGES) + " more");
    }
  }

  private static void big(List<String> lines, BigResult big) {
    lines.add("  " + big.verdict() + ": " + big.summary() + ".");
    for (BigResult.Try one : concat(big)) {
      lines.add(
          String.format(
              Locale.ROOT,
              "    %6d bytes  %-24s  %-9s  %s",
              one.bytes(),
              one.manner().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              one.reply() == LargeRequests.Reply.NONE
                  ? "no answer"
                  : one.reply().name().toLowerCase(Locale.ROOT),
              ElapsedText.of(one.took())));
    }
    big.advice().forEach(step -> lines.add("      " + step));
    failure(lines, big.failure());
  }

  private static List<BigResult.Try> concat(BigResult big) {
    List<BigResult.Try> all = new ArrayList<>();
    if (big.small() != null) {
      all.add(big.small());
    }
    all.addAll(big.sizes());
    all.addAll(big.proofs());
    return all;
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
