package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * What dcm4che does otherwise than the contract asks, each by the name of the test that shows it.
 * Such a test has to fail with dcm4che, and in the way that is listed: where a difference vanishes,
 * its entry has to go, here and in docs/engines.md. Other engines have none.
 */
final class Differences implements InvocationInterceptor {

  /** The engine whose differences these are. */
  private static final String ENGINE = "dcm4che";

  /** One difference. The reason stands in docs/engines.md, by the same name. */
  enum Difference {
    /** Any item that ends less than six bytes before the end is taken for rubbish. */
    SHORT_LAST_ITEM("unrecognizedItemsAreSkipped", "", "source=2, reason=6"),
    /** The fragments of a command set must have room. */
    TINY_MAXIMUM_LENGTH("anyMaximumLengthIsKept", "1|5|6", "Abort"),
    /** The length is kept in a signed integer. */
    HUGE_MAXIMUM_LENGTH("anyMaximumLengthIsKept", "4294967295", "Abort"),
    DATA_SET_ANNOUNCED("aResponseThatClaimsADataSetIsToleratedAndSaid", "", "Abort"),
    DATA_BEYOND_OUR_MAXIMUM(
        "bytesThatBreakTheProtocolAreMalformed",
        "04 00 00 00 40 01",
        "ECHO_TIMEOUT|does not close"),
    DATA_AFTER_RELEASE(
        "dataAfterTheReleaseRequestIsLegalAndIgnored",
        "",
        "RELEASE_NOT_CONFIRMED|Broken pipe|reset"),
    FLOOD_AFTER_RELEASE("aFloodOfDataAtReleaseEndsAtTheDeadline", "", "RELEASE_NOT_CONFIRMED"),
    LONG_ANSWER("anAnswerWithoutItsEndIsWaitedForUntilTheDeadline", "", "ASSOCIATE_TIMEOUT", false),
    RELEASE_COLLISION("aReleaseCollisionIsNoFault", "", "ReleaseRp", false);

    private final String test;
    private final String argument;
    private final String instead;
    private final boolean always;

    /**
     * @param test the method
     * @param argument its argument, or several; empty for any
     * @param instead a pattern of what the failure says
     */
    Difference(String test, String argument, String instead) {
      this(test, argument, instead, true);
    }

    /**
     * @param always false where it depends on who is faster
     */
    Difference(String test, String argument, String instead, boolean always) {
      this.test = test;
      this.argument = argument;
      this.instead = instead;
      this.always = always;
    }

    private boolean isShownBy(ReflectiveInvocationContext<Method> context) {
      return context.getExecutable().getName().equals(test)
          && (argument.isEmpty()
              || context.getArguments().stream()
                  .anyMatch(a -> Arrays.asList(argument.split("\\|")).contains(String.valueOf(a))));
    }
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> context,
      ExtensionContext extension)
      throws Throwable {
    expect(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> context,
      ExtensionContext extension)
      throws Throwable {
    expect(invocation, context);
  }

  private static boolean isOfTheEngine(ReflectiveInvocationContext<Method> context) {
    return context.getTarget().orElse(null) instanceof EchoEngineContract chapter
        && chapter.engine().name().equals(ENGINE);
  }

  private static void expect(
      Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> context)
      throws Throwable {
    Optional<Difference> listed =
        isOfTheEngine(context)
            ? Arrays.stream(Difference.values()).filter(d -> d.isShownBy(context)).findFirst()
            : Optional.empty();
    if (listed.isEmpty()) {
      invocation.proceed();
      return;
    }
    Difference difference = listed.get();
    try {
      invocation.proceed();
    } catch (TestAbortedException e) {
      throw e;
    } catch (AssertionError shown) {
      assertThat(shown).as("%s", difference).message().containsPattern(difference.instead);
      return;
    }
    assertThat(difference.always).as("%s has vanished", difference).isFalse();
  }
}
