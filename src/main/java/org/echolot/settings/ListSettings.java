package org.echolot.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the list of peers shows them.
 *
 * @param columns from left to right; empty: as they come
 * @param sort null: in the book's order
 */
public record ListSettings(List<ColumnState> columns, @Nullable SortState sort)
    implements SettingsSection, SettingsPart<ListSettings> {

  public static final ListSettings DEFAULT = new ListSettings(List.of(), null);

  public ListSettings {
    columns = List.copyOf(columns);
  }

  @Override
  public ListSettings through(SettingsFields fields) {
    return new ListSettings(
        fields.list("columns", columns, ColumnState.BLANK),
        fields.optional("sort", sort, SortState.BLANK));
  }
}
