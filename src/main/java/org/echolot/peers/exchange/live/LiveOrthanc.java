package org.echolot.peers.exchange.live;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.echolot.peers.Peer;
import org.echolot.peers.exchange.ImportedList;
import org.echolot.peers.exchange.ListContent;
import org.echolot.peers.exchange.OrthancModality;
import org.echolot.peers.exchange.PeerListFormat;
import org.echolot.peers.exchange.UnreadableListException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The modalities of a running Orthanc, over its REST API: read, and written back by adding and
 * changing. None is ever deleted. Each call blocks, for a time that is bounded.
 */
public final class LiveOrthanc implements AutoCloseable {

  /** For each request, to the last byte of its answer. */
  public static final Duration DEADLINE = Duration.ofSeconds(15);

  private final String base;
  private final BoundedHttp http;
  private final JsonMapper mapper = JsonMapper.builder().build();

  /**
   * A modality to be written.
   *
   * @param isNew whether Orthanc has none of that name yet
   * @param differences what changes, field by field, for people
   * @param json the whole modality, with what Orthanc has of it besides
   */
  public record Change(String name, boolean isNew, String differences, String json) {}

  /**
   * What writing would do.
   *
   * @param changes what is added and changed
   * @param same how many are there as they are
   * @param leftOut who can't be written and why, a sentence each
   */
  public record Difference(List<Change> changes, int same, List<String> leftOut) {
    public Difference {
      changes = List.copyOf(changes);
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * @param url of Orthanc itself, as in {@code http://localhost:8042}
   * @param trusted PEM; null: what Java trusts
   * @throws ServerException if the URL or the file can't be used
   */
  public LiveOrthanc(String url, @Nullable Path trusted, Login login, Duration deadline)
      throws ServerException {
    try {
      URI uri = new URI(url);
      boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (!isHttp || uri.getHost() == null || uri.getUserInfo() != null) {
        throw new ServerException("write a URL as in http://localhost:8042, without a user");
      }
      String path = Objects.requireNonNullElse(uri.getRawPath(), "");
      base =
          uri.getScheme()
              + "://"
              + uri.getRawAuthority()
              + path.replaceFirst("/modalities/?$", "").replaceFirst("/+$", "")
              + "/modalities";
    } catch (URISyntaxException e) {
      throw new ServerException("this is not a URL: " + e.getMessage());
    }
    http = new BoundedHttp(trusted, login, deadline);
  }

  /** Whether a word of the command line is meant for this. */
  public static boolean isUrl(String text) {
    return text.startsWith("http://") || text.startsWith("https://");
  }

  /**
   * Its modalities as a list.
   *
   * @throws ServerException if it does not answer, or not as an Orthanc does
   * @throws UnreadableListException if it has none
   */
  public ImportedList read() throws ServerException, UnreadableListException, InterruptedException {
    ListContent content = ListContent.of(http.get(URI.create(base + "?expand")));
    return PeerListFormat.ORTHANC.read(content);
  }

  /**
   * Compares peers with what it has, by name; see {@link OrthancModality#names}.
   *
   * @throws ServerException if it does not answer, or not as an Orthanc does
   */
  public Difference compare(List<Peer> peers) throws ServerException, InterruptedException {
    JsonNode there = tree(http.get(URI.create(base + "?expand")));
    List<Change> changes = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    int same = 0;
    List<String> names = OrthancModality.names(peers);
    for (int i = 0; i < peers.size(); i++) {
      Peer peer = peers.get(i);
      String name = names.get(i);
      String obstacle = OrthancModality.obstacle(peer);
      if (obstacle != null) {
        leftOut.add("\"" + peer.name() + "\" is left out: " + obstacle);
        continue;
      }
      JsonNode ours = tree(OrthancModality.json(peer).getBytes(StandardCharsets.UTF_8));
      JsonNode theirs = there.get(name);
      String differences = differences(theirs, ours);
      if (differences.isEmpty()) {
        same++;
      } else {
        changes.add(new Change(name, theirs == null, differences, merged(theirs, ours).toString()));
      }
    }
    return new Difference(changes, same, leftOut);
  }

  /**
   * Writes one modality, as {@link #compare} has made it.
   *
   * @throws ServerException if it is refused
   */
  public void write(Change change) throws ServerException, InterruptedException {
    String name = URLEncoder.encode(change.name(), StandardCharsets.UTF_8);
    http.put(URI.create(base + "/" + name), change.json());
  }

  private JsonNode tree(byte[] json) throws ServerException {
    try {
      JsonNode tree = mapper.readTree(json);
      if (tree.isObject()) {
        return tree;
      }
    } catch (JacksonException _) {
      // Told below.
    }
    throw new ServerException("the answer is not that of an Orthanc: " + base);
  }

  /** Orthanc's own fields stay: rights, manufacturer, and what later versions have. */
  private ObjectNode merged(@Nullable JsonNode theirs, JsonNode ours) {
    ObjectNode merged = mapper.createObjectNode();
    if (theirs instanceof ObjectNode object) {
      merged.setAll(object);
    }
    ours.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
    return merged;
  }

  private static String differences(@Nullable JsonNode theirs, JsonNode ours) {
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : ours.properties()) {
      JsonNode now = theirs == null ? null : theirs.get(field.getKey());
      String before = now == null ? "none" : now.asString();
      String after = field.getValue().asString();
      boolean isDefault = now == null && theirs != null && after.equals("false");
      if (!isDefault && !before.equals(after)) {
        differences.add(field.getKey() + " " + (theirs == null ? "" : before + " → ") + after);
      }
    }
    return String.join(", ", differences);
  }

  @Override
  public void close() {
    http.close();
  }
}
