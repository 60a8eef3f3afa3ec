package foresail.rule.check;

import foresail.finding.Severity;
import foresail.graph.Reference;
import foresail.model.Claim;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Claims of the inputs that a pod mounts. */
final class MountedClaims {
  private MountedClaims() {}

  /** One of them, and where the pod names it. */
  private record Mounted(Reference reference, Claim claim) {}

  private static List<Mounted> of(Scope scope) {
    List<Mounted> mounted = new ArrayList<>();
    for (Reference reference : scope.references()) {
      if (reference.use() == Reference.Use.VOLUME
          && reference.objects().size() == 1
          && reference.objects().get(0) instanceof Claim claim) {
        mounted.add(new Mounted(reference, claim));
      }
    }
    return mounted;
  }

  /**
   * Tells of each claim that two pods cannot have at once: an error where it is for one pod only,
   * since pods that share a node can share what is for one node.
   */
  static void reportNotShared(Scope scope, Function<Claim, String> message) {
    for (Mounted mounted : of(scope)) {
      boolean onePod = isForOnePod(mounted.claim());
      if (onePod || isForOneNode(mounted.claim())) {
        Draft draft =
            scope
                .report(mounted.reference().at(), message.apply(mounted.claim()))
                .related(
                    mounted.claim().spec().span("accessModes"),
                    onePod ? "for one pod only" : "for one node only");
        if (onePod) {
          draft.severity(Severity.ERROR);
        }
      }
    }
  }

  private static boolean isForOneNode(Claim claim) {
    return claim.spec().accessModes().equals(List.of("ReadWriteOnce"));
  }

  private static boolean isForOnePod(Claim claim) {
    return claim.spec().accessModes().equals(List.of("ReadWriteOncePod"));
  }
}
