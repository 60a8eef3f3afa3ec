package foresail.admission.security;

import foresail.source.Node;
import foresail.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which capabilities containers may add, and must drop. */
final class CapabilityChecks {
  /** What containers have anyway; names are compared exactly. */
  private static final Set<String> DEFAULT =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");

  private static final String[] ADD = {"securityContext", "capabilities", "add"};
  private static final String[] DROP = {"securityContext", "capabilities", "drop"};

  private CapabilityChecks() {}

  static Optional<Violation> baseline(PodView pod, int release) {
    Culprits adding = adding(pod, DEFAULT);
    return adding.violation("non-default capabilities", mustNotAdd(adding));
  }

  static Optional<Violation> restricted(PodView pod, int release) {
    if (release >= 25 && pod.isWindows()) {
      return Optional.empty();
    }
    var keeping = new Culprits();
    for (Node container : pod.containers()) {
      if (!texts(container, DROP).contains("ALL")) {
        keeping.addContainer(container, DROP);
      }
    }
    Culprits adding = adding(pod, Set.of("NET_BIND_SERVICE"));
    List<String> details = new ArrayList<>();
    if (!keeping.isEmpty()) {
      details.add(keeping.named() + " must set securityContext.capabilities.drop=[\"ALL\"]");
    }
    if (!adding.isEmpty()) {
      details.add(mustNotAdd(adding));
    }
    Culprits first = keeping.isEmpty() ? adding : keeping;
    return first.violation("unrestricted capabilities", String.join("; ", details));
  }

  private static Culprits adding(PodView pod, Set<String> allowed) {
    var culprits = new Culprits();
    for (Node container : pod.containers()) {
      List<String> added = texts(container, ADD);
      boolean bad = false;
      for (int i = 0; i < added.size(); i++) {
        if (!allowed.contains(added.get(i))) {
          culprits.addValue(added.get(i));
          culprits.place(container, ADD[0], ADD[1], ADD[2], Integer.toString(i));
          bad = true;
        }
      }
      if (bad) {
        culprits.addContainer(container, ADD);
      }
    }
    return culprits;
  }

  private static String mustNotAdd(Culprits adding) {
    return adding.named()
        + " must not include "
        + adding.quotedValues()
        + " in securityContext.capabilities.add";
  }

  private static List<String> texts(Node container, String... path) {
    List<String> texts = new ArrayList<>();
    for (Node item : PodView.items(container, path)) {
      texts.add(item instanceof ScalarNode scalar ? scalar.text() : "");
    }
    return texts;
  }
}
