package org.echolot.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The libraries that the program needs when it runs: those of pom.xml that are not for tests alone,
 * and what their own poms name in turn.
 */
final class ShippedLibraries {

  private ShippedLibraries() {}

  /**
   * Their groups, with slashes, and artifacts: {@code commons-cli/commons-cli}.
   *
   * @param jars the jars of the class path by their place in a repository, {@code
   *     commons-cli/commons-cli/1.11.0/commons-cli-1.11.0.jar}
   */
  static Set<String> among(Map<String, Path> jars) throws IOException {
    Map<String, Path> poms = new TreeMap<>();
    Map<String, String> folders = new TreeMap<>();
    jars.forEach(
        (name, jar) -> {
          Path version = Objects.requireNonNull(jar.toAbsolutePath().getParent());
          Path artifact = Objects.requireNonNull(version.getParent());
          String id = artifact.getFileName().toString();
          poms.put(id, version.resolve(id + "-" + version.getFileName() + ".pom"));
          folders.put(id, name.substring(0, name.lastIndexOf('/', name.lastIndexOf('/') - 1)));
        });
    Set<String> shipped = new TreeSet<>();
    Deque<String> found = new ArrayDeque<>(neededBy(Repository.ROOT.resolve("pom.xml")));
    while (!found.isEmpty()) {
      String id = found.pop();
      Path pom = poms.get(id);
      if (pom != null && shipped.add(folders.get(id))) {
        found.addAll(neededBy(pom));
      }
    }
    return shipped;
  }

  /** The artifacts that a pom names for when the program runs. */
  private static List<String> neededBy(Path pom) throws IOException {
    List<String> artifacts = new ArrayList<>();
    for (Element dependencies : children(root(pom), "dependencies")) {
      for (Element dependency : children(dependencies, "dependency")) {
        String scope = text(dependency, "scope");
        if (!isForTests(text(dependency, "groupId"))
            && !scope.equals("test")
            && !scope.equals("provided")
            && !text(dependency, "optional").equals("true")) {
          artifacts.add(text(dependency, "artifactId"));
        }
      }
    }
    return artifacts;
  }

  /** Of these a pom above may give the scope. */
  private static boolean isForTests(String group) {
    return group.startsWith("org.junit") || group.equals("org.assertj");
  }

  private static Element root(Path pom) throws IOException {
    try (var in = Files.newInputStream(pom)) {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(in)
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(pom + " can't be read", e);
    }
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }

  private static String text(Element parent, String name) {
    List<Element> children = children(parent, name);
    return children.isEmpty() ? "" : children.getFirst().getTextContent().strip();
  }
}
