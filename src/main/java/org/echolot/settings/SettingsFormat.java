package org.echolot.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.ticket.TicketFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of {@link Settings}. Reading never fails: what is wrong is the default. */
final class SettingsFormat {

  private SettingsFormat() {}

  static PrettyPrinter layout() {
    Separators separators =
        PrettyPrinter.DEFAULT_SEPARATORS.withObjectNameValueSpacing(Separators.Spacing.AFTER);
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  static Settings read(ObjectNode root) {
    Settings otherwise = Settings.DEFAULT;
    return new Settings(
        theme(root.path("theme")),
        window(root.path("window")),
        split(root.path("resultSplit"), otherwise.resultSplit()),
        split(root.path("consoleSplit"), otherwise.consoleSplit()),
        columns(root.path("columns")),
        sort(root.path("sort")),
        new ConsoleSettings(
            text(root.path("consoleLevel"), otherwise.console().level()),
            text(root.path("consoleTimes"), otherwise.console().times())),
        integer(root.path("parallelism"), 1, Settings.MAX_PARALLELISM, otherwise.parallelism()),
        bool(root.path("probesTls"), otherwise.probesTls()),
        text(root.path("engine"), otherwise.engine()),
        listener(root.path("listener")),
        tickets(root.path("tickets")));
  }

  /** Puts the settings into {@code root}, and leaves its other fields as they are. */
  static void write(Settings settings, ObjectNode root) {
    root.put("theme", settings.theme().name());
    WindowBounds bounds = settings.window();
    if (bounds == null) {
      root.remove("window");
    } else {
      ObjectNode window = child(root, "window");
      window.put("x", bounds.x());
      window.put("y", bounds.y());
      window.put("width", bounds.width());
      window.put("height", bounds.height());
      window.put("maximized", bounds.maximized());
    }
    root.put("resultSplit", settings.resultSplit());
    root.put("consoleSplit", settings.consoleSplit());
    ArrayNode columns = root.putArray("columns");
    for (ColumnState state : settings.columns()) {
      ObjectNode column = columns.addObject();
      column.put("id", state.id());
      column.put("width", state.width());
      column.put("visible", state.visible());
    }
    SortState order = settings.sort();
    if (order == null) {
      root.remove("sort");
    } else {
      ObjectNode sort = child(root, "sort");
      sort.put("columnId", order.columnId());
      sort.put("ascending", order.ascending());
    }
    root.put("consoleLevel", settings.console().level());
    root.put("consoleTimes", settings.console().times());
    root.put("parallelism", settings.parallelism());
    root.put("probesTls", settings.probesTls());
    root.put("engine", settings.engine());
    ObjectNode listener = child(root, "listener");
    listener.put("ae", settings.listener().ae().value());
    listener.put("port", settings.listener().port());
    listener.put("anyCalled", settings.listener().anyCalled());
    listener.put("startsWithWindow", settings.listener().startsWithWindow());
    ObjectNode tickets = child(root, "tickets");
    tickets.put("format", settings.tickets().format().name());
    tickets.put("hidesNames", settings.tickets().hidesNames());
  }

  /** The object in that field, made if there is none. */
  private static ObjectNode child(ObjectNode root, String name) {
    return root.get(name) instanceof ObjectNode object ? object : root.putObject(name);
  }

  private static Theme theme(JsonNode node) {
    for (Theme theme : Theme.values()) {
      if (node.isString() && theme.name().equals(node.stringValue())) {
        return theme;
      }
    }
    return Settings.DEFAULT.theme();
  }

  private static @Nullable WindowBounds window(JsonNode node) {
    double x = number(node.path("x"));
    double y = number(node.path("y"));
    double width = number(node.path("width"));
    double height = number(node.path("height"));
    boolean isRight = Double.isFinite(x) && Double.isFinite(y) && width > 0 && height > 0;
    return isRight
        ? new WindowBounds(x, y, width, height, bool(node.path("maximized"), false))
        : null;
  }

  private static double split(JsonNode node, double otherwise) {
    double value = number(node);
    return value > 0 && value < 1 ? value : otherwise;
  }

  private static List<ColumnState> columns(JsonNode node) {
    List<ColumnState> columns = new ArrayList<>();
    for (JsonNode column : node) {
      String id = text(column.path("id"), "");
      double width = number(column.path("width"));
      if (!id.isEmpty() && width > 0) {
        columns.add(new ColumnState(id, width, bool(column.path("visible"), true)));
      }
    }
    return columns;
  }

  private static @Nullable SortState sort(JsonNode node) {
    String columnId = text(node.path("columnId"), "");
    return columnId.isEmpty() ? null : new SortState(columnId, bool(node.path("ascending"), true));
  }

  private static ListenerSettings listener(JsonNode node) {
    ListenerSettings otherwise = ListenerSettings.DEFAULT;
    String ae = text(node.path("ae"), "");
    return new ListenerSettings(
        AeTitle.faultOf(ae) == null ? new AeTitle(ae) : otherwise.ae(),
        integer(node.path("port"), 1, 65_535, otherwise.port()),
        bool(node.path("anyCalled"), otherwise.anyCalled()),
        bool(node.path("startsWithWindow"), otherwise.startsWithWindow()));
  }

  private static TicketSettings tickets(JsonNode node) {
    TicketSettings otherwise = TicketSettings.DEFAULT;
    String wanted = text(node.path("format"), otherwise.format().name());
    return new TicketSettings(
        Stream.of(TicketFormat.values())
            .filter(format -> format.name().equals(wanted))
            .findFirst()
            .orElse(otherwise.format()),
        bool(node.path("hidesNames"), otherwise.hidesNames()));
  }

  private static String text(JsonNode node, String otherwise) {
    return node.isString() && !node.stringValue().isBlank() ? node.stringValue() : otherwise;
  }

  private static boolean bool(JsonNode node, boolean otherwise) {
    return node.isBoolean() ? node.booleanValue() : otherwise;
  }

  private static int integer(JsonNode node, int min, int max, int otherwise) {
    if (!node.isInt()) {
      return otherwise;
    }
    int value = node.intValue();
    return value >= min && value <= max ? value : otherwise;
  }

  /** Not finite where there is no number that a double can hold. */
  private static double number(JsonNode node) {
    if (!node.isNumber()) {
      return Double.NaN;
    }
    return node.asDouble(Double.NaN);
  }
}
