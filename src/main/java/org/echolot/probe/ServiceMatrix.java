package org.echolot.probe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.echolot.check.CheckResult;
import org.jspecify.annotations.Nullable;

/**
 * What a peer accepts for us. Immutable.
 *
 * @param cells each service in each transfer syntax, those of a service together
 * @param roles for each storage class that was asked for with a C-GET; empty if none was
 * @param strangers how many presentation contexts the peer answered that nobody proposed
 * @param associations how many were opened
 * @param failure why an association was not accepted, after which no more were asked for; null:
 *     none failed
 */
public record ServiceMatrix(
    List<Cell> cells,
    List<RoleAnswer> roles,
    int strangers,
    int associations,
    @Nullable CheckResult failure) {

  public ServiceMatrix {
    cells = List.copyOf(cells);
    roles = List.copyOf(roles);
  }

  /** The cells of each service, in their order. */
  public Map<Service, List<Cell>> byService() {
    return cells.stream()
        .collect(
            Collectors.groupingBy(
                Cell::service, LinkedHashMap::new, Collectors.toUnmodifiableList()));
  }

  /** Whether a service is accepted in at least one transfer syntax. */
  public static boolean isAccepted(List<Cell> cellsOfService) {
    return cellsOfService.stream().anyMatch(cell -> cell.answer().isGood());
  }

  /** Whether each service that was asked for is accepted, and nothing odd came. */
  public boolean isAllAccepted() {
    return failure == null
        && strangers == 0
        && cells.stream().noneMatch(cell -> cell.answer().isOdd())
        && byService().values().stream().allMatch(ServiceMatrix::isAccepted);
  }
}
