package foresail.rule.check;

import foresail.graph.Reference;
import foresail.model.Claim;
import foresail.rule.Scope;
import java.util.ArrayList;
import java.util.List;

/** Claims of the inputs that a pod mounts. */
final class MountedClaims {
  private MountedClaims() {}

  /** One of them, and where the pod names it. */
  record Mounted(Reference reference, Claim claim) {}

  static List<Mounted> of(Scope scope) {
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

  static boolean isForOneNode(Claim claim) {
    return claim.spec().accessModes().equals(List.of("ReadWriteOnce"));
  }

  static boolean isForOnePod(Claim claim) {
    return claim.spec().accessModes().equals(List.of("ReadWriteOncePod"));
  }
}
