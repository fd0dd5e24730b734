package org.echolot.check.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.echolot.check.CheckRequest;
import org.echolot.check.UserIdentity;
import org.echolot.check.diagnosis.BothEnds;
import org.echolot.check.diagnosis.CommonPorts;
import org.echolot.check.diagnosis.Finding;
import org.echolot.network.Origin;
import org.echolot.text.AddressText;
import org.echolot.text.ElapsedText;

/** What the texts about a failed check may name. Pure. */
final class CheckFacts {

  private CheckFacts() {}

  /**
   * The facts, those of the finding last: they are about this very failure.
   *
   * @param conditions the marks of what is so in the check whatever it came to
   */
  static Map<String, String> of(
      CheckRequest request, Finding found, BothEnds ends, Map<String, String> conditions) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("calledAe", request.calledAe().value());
    facts.put("callingAe", request.callingAe().value());
    facts.put("host", request.host());
    facts.put("port", String.valueOf(request.port()));
    facts.put("address", request.address());
    facts.putAll(CommonPorts.besides(request.port()));
    facts.putAll(ends.facts(found.cause()));
    Origin from = ends.origin();
    facts.put(
        "others",
        from == null
            ? ""
            : from.others().stream().map(AddressText::of).collect(Collectors.joining(", ")));
    UserIdentity identity = request.userIdentity();
    facts.put("userIdentity", identity == null ? "none" : identity.label());
    facts.put("userParts", identity == null ? "all" : identity.parts());
    facts.put("timeout", ElapsedText.of(request.timeouts().of(found.cause())));
    facts.putAll(conditions);
    facts.putAll(found.facts());
    return facts;
  }
}
