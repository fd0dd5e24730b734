package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("org.echolot");

  private static final Pattern NAME =
      Pattern.compile("package ([a-z.]+);.*?class (\\w+)", Pattern.DOTALL);

  @ParameterizedTest
  @EnumSource
  void theHouseKeepsTheRule(HouseRule rule) {
    rule.rule().check(HOUSE);
  }

  @ParameterizedTest
  @EnumSource
  void theRuleFindsCodeThatBreaksIt(HouseRule rule, @TempDir Path folder) throws Exception {
    JavaClasses broken = compile(folder, rule.broken());

    assertThat(rule.rule().allowEmptyShould(true).evaluate(broken).hasViolation()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Thread(() -> {})",
        "Thread.ofVirtual()",
        "(java.util.function.Consumer<Runnable>) Thread::startVirtualThread",
        "java.util.concurrent.Executors.newCachedThreadPool()",
        "new java.util.concurrent.ForkJoinPool()",
        "java.util.concurrent.ForkJoinPool.commonPool()",
        "new java.util.Timer()",
        "java.util.List.of(1).parallelStream()",
        "java.util.stream.IntStream.of(1).parallel()",
        "java.util.concurrent.CompletableFuture.runAsync(() -> {})",
        "new java.util.concurrent.CompletableFuture<Object>().thenRunAsync(() -> {})"
      })
  void threadsAreMadeInManyWaysAndEachIsFound(String expression, @TempDir Path folder)
      throws Exception {
    assertThat(makesThread(expression, folder)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thread.currentThread()",
        "new java.util.concurrent.CompletableFuture<Object>().thenRunAsync(() -> {}, Runnable::run)"
      })
  void whatMakesNoThreadIsAllowed(String expression, @TempDir Path folder) throws Exception {
    assertThat(makesThread(expression, folder)).isFalse();
  }

  private static boolean makesThread(String expression, Path folder) throws Exception {
    JavaClasses classes =
        compile(
            folder, "package org.echolot.check; class Some { Object made = " + expression + "; }");
    return HouseRule.ONE_CLASS_MAKES_THREADS.rule().evaluate(classes).hasViolation();
  }

  private static JavaClasses compile(Path folder, String... sources) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-d", folder.resolve("classes").toString()));
    for (String source : sources) {
      Matcher name = NAME.matcher(source);
      assertThat(name.find()).isTrue();
      Path file = folder.resolve(name.group(1).replace('.', '/') + "/" + name.group(2) + ".java");
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source).toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
    return new ClassFileImporter().importPath(folder.resolve("classes"));
  }
}
