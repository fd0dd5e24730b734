package org.echolot.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the list of actions promises, whatever the actions do. */
class ActionTest {

  /** Those of the first edition that have no key. Whatever is done every day has one. */
  private static final Set<String> WITHOUT_KEY =
      Set.of(
          "probe",
          "check-with",
          "compare-engines",
          "engine",
          "probes-tls",
          "forget-secrets",
          "listener",
          "watching",
          "watch-every",
          "watch-pause",
          "quiet-hours",
          "reverse",
          "expect",
          "export",
          "import-orthanc",
          "reload",
          "locations",
          "theme",
          "groups",
          "sort",
          "columns",
          "compact",
          "about",
          "tickets",
          "copy-txt",
          "copy-md",
          "hides-names",
          "copy-as");

  /** What a key is for where the keyboard is. */
  private record Use(Focus focus, String key, Action action) {}

  private static Stream<Use> uses() {
    return Action.all().stream()
        .flatMap(
            action ->
                action.look().keys().stream()
                    .map(key -> new Use(key.focus(), key.combination().getName(), action)));
  }

  @Test
  void aKeyDoesOneThingWhereTheKeyboardIs() {
    assertThat(uses().map(use -> use.focus() + " " + use.key())).doesNotHaveDuplicates();
  }

  @Test
  void theKeysOfTheListAndOfTheConsoleAreAmongThem() {
    assertThat(uses())
        .contains(
            new Use(Focus.LIST, "Enter", CheckAction.ECHO),
            new Use(Focus.LIST, "Esc", CheckAction.STOP),
            new Use(Focus.CONSOLE, "F3", ConsoleAction.FIND_NEXT),
            new Use(Focus.CONSOLE, "Shift+F3", ConsoleAction.FIND_PREVIOUS),
            new Use(Focus.LINES, "Left", ConsoleAction.FOLD_CHECK),
            new Use(Focus.LINES, "Right", ConsoleAction.UNFOLD_CHECK),
            new Use(Focus.LINES, "Enter", ConsoleAction.ONLY_CHECK_AND_BACK),
            new Use(Focus.WINDOW, "F8", ConsoleAction.FOLD_ALL));
  }

  @Test
  void everyActionButTheRareOnesHasAKey() {
    assertThat(Action.all())
        .filteredOn(action -> !(action instanceof ConsoleAction))
        .filteredOn(action -> action.look().keys().isEmpty())
        .extracting(action -> action.look().id())
        .containsOnlyOnceElementsOf(WITHOUT_KEY.stream().filter(id -> !id.equals("theme")).toList())
        .isSubsetOf(WITHOUT_KEY);
  }

  @Test
  void everyActionHasWordsAndASentenceAndIsToBeHadSomewhere() {
    assertThat(Action.all())
        .allSatisfy(
            action -> {
              Look look = action.look();
              assertThat(look.text()).isNotBlank();
              assertThat(look.tip()).isNotBlank();
              assertThat(look.spots().isEmpty() && look.keys().isEmpty()).as(look.id()).isFalse();
            });
  }

  @Test
  void everyKindOfActionIsInTheList() {
    assertThat(Action.all())
        .extracting(Object::getClass)
        .contains(Action.class.getPermittedSubclasses());
    assertThat(Action.all()).doesNotHaveDuplicates();
  }

  @Test
  void noTwoNodesHaveOneId() {
    List<String> ids = new ArrayList<>();
    for (Action action : Action.all()) {
      Set<String> own =
          Set.copyOf(
              action.look().spots().stream()
                  .map(spot -> spot.place().prefix() + "-" + action.look().id())
                  .toList());
      ids.addAll(own);
    }
    for (Place place : Place.values()) {
      if (!place.title().isEmpty()) {
        ids.add(place.prefix() + "-" + place.title());
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void theListOfShortcutsTellsOfEveryKeyOnce() {
    List<String> told =
        Shortcuts.all().stream()
            .flatMap(
                shortcut ->
                    shortcut.keys().stream()
                        .map(key -> told(shortcut.action(), key.combination().getName())))
            .toList();

    assertThat(told)
        .doesNotHaveDuplicates()
        .containsAll(uses().map(use -> told(use.action(), use.key())).toList());
  }

  private static String told(Action action, String key) {
    return action.getClass().getSimpleName() + "." + action + " " + key;
  }
}
