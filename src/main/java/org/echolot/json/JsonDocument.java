package org.echolot.json;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echolot.text.Escapes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** A JSON text that was read, and where each of its values stands. */
public final class JsonDocument {

  private static final int MAX_DEPTH = 200;
  private static final int MAX_STRING_LENGTH = 32 << 20;

  private final IdentityHashMap<JsonValue, Position> positions = new IdentityHashMap<>();
  private final List<Repeated> repeated = new ArrayList<>();
  private final boolean isTolerant;
  private final JsonValue root;

  /** A field whose name its object has twice, and where the second one stands. */
  public record Repeated(Position position, String name) {}

  /** Where in the text, each from 1. */
  public record Position(int line, int column) {
    /** Where a text begins. */
    public static final Position START = new Position(1, 1);

    static Position of(TokenStreamLocation location) {
      return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
  }

  /** The text is not what it should be. */
  public static final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Position position;

    /**
     * @param position where the fault is
     * @param message what is wrong there, without the position; what it quotes of the document is
     *     made fit for one line
     */
    public FaultException(Position position, String message) {
      super(Escapes.oneLine(message));
      this.position = position;
    }

    /** Where the fault is. */
    public Position position() {
      return position;
    }
  }

  private JsonDocument(JsonParser parser, boolean isTolerant) throws FaultException {
    this.isTolerant = isTolerant;
    root = value(parser);
  }

  /**
   * Reads a text that is one JSON value (RFC 8259).
   *
   * @throws FaultException if it is not, if anything follows, or if an object has two fields of one
   *     name
   */
  public static JsonDocument read(String text) throws FaultException {
    return read(text, StreamReadConstraints.DEFAULT_MAX_TOKEN_COUNT);
  }

  /**
   * Reads a text that is one JSON value (RFC 8259), from somebody who is not trusted: a short text
   * may have so many values that they fill the memory.
   *
   * @param maxTokens the most values, names of fields and ends that may come; less than 1: any
   *     number
   * @throws FaultException if there are more, if it is no such text, if anything follows, or if an
   *     object has two fields of one name
   */
  public static JsonDocument read(String text, long maxTokens) throws FaultException {
    return read(text, maxTokens, false);
  }

  /**
   * Reads what other systems take for JSON: with comments as in Java, a comma after the last item,
   * and two fields of one name, of which the last counts; see {@link #repeated}.
   *
   * @param maxTokens the most values, names of fields and ends that may come
   * @throws FaultException if there are more, if it is no such text, or if anything follows
   */
  public static JsonDocument readTolerantly(String text, long maxTokens) throws FaultException {
    return read(text, maxTokens, true);
  }

  private static JsonDocument read(String text, long maxTokens, boolean isTolerant)
      throws FaultException {
    if (text.isBlank()) {
      throw new FaultException(Position.START, "the file is empty");
    }
    JsonFactory factory =
        JsonFactory.builder()
            .configure(JsonReadFeature.ALLOW_JAVA_COMMENTS, isTolerant)
            .configure(JsonReadFeature.ALLOW_TRAILING_COMMA, isTolerant)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING_LENGTH)
                    .maxTokenCount(maxTokens)
                    .build())
            .build();
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      JsonDocument document = new JsonDocument(parser, isTolerant);
      if (parser.nextToken() != null) {
        throw new FaultException(
            Position.of(parser.currentTokenLocation()), "something follows after the end");
      }
      return document;
    } catch (JacksonException e) {
      TokenStreamLocation location = e.getLocation();
      throw new FaultException(
          location == null ? Position.START : Position.of(location),
          "not JSON: " + ParserWords.plain(e.getOriginalMessage()));
    }
  }

  /** The one value that the text is. */
  public JsonValue root() {
    return root;
  }

  /** Where a value of this document starts. */
  public Position positionOf(JsonValue value) {
    return positions.getOrDefault(value, Position.START);
  }

  /** The fields that stood twice, of a document that was read tolerantly. */
  public List<Repeated> repeated() {
    return List.copyOf(repeated);
  }

  private static FaultException noValue(Position position) {
    return new FaultException(position, "not JSON: a value is missing");
  }

  private JsonValue value(JsonParser parser) throws FaultException {
    Position position = Position.of(parser.currentTokenLocation());
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw noValue(position);
    }
    JsonValue value =
        switch (token) {
          case START_OBJECT -> object(parser);
          case START_ARRAY -> array(parser);
          case VALUE_STRING -> new JsonValue.Text(parser.getString());
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Num(parser.getString());
          case VALUE_TRUE -> new JsonValue.Bool(true);
          case VALUE_FALSE -> new JsonValue.Bool(false);
          case VALUE_NULL -> new JsonValue.Null();
          default -> throw noValue(position);
        };
    positions.put(value, position);
    return value;
  }

  private JsonValue object(JsonParser parser) throws FaultException {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.getString();
      Position position = Position.of(parser.currentTokenLocation());
      parser.nextToken();
      if (fields.put(name, value(parser)) == null) {
        continue;
      }
      repeated.add(new Repeated(position, name));
      if (!isTolerant) {
        throw new FaultException(
            position, "the field \"" + ParserWords.plain(name) + "\" stands here twice");
      }
    }
    return new JsonValue.Obj(fields);
  }

  private JsonValue array(JsonParser parser) throws FaultException {
    List<JsonValue> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new JsonValue.Arr(items);
  }
}
