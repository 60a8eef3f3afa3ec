package foresail.source;

/** Tells which names belong to Kubernetes itself; whoever knows the schemas supplies it. */
public interface KnownNames {
  /** Knows nothing: no document is then taken for a broken object. */
  KnownNames NONE =
      new KnownNames() {
        @Override
        public boolean isBuiltInKind(String kind) {
          return false;
        }

        @Override
        public boolean isBuiltInApiVersion(String apiVersion) {
          return false;
        }
      };

  /** Whether some group of Kubernetes itself has this kind. */
  boolean isBuiltInKind(String kind);

  /** Whether it is a group and version of Kubernetes itself: {@code v1}, {@code apps/v1}. */
  boolean isBuiltInApiVersion(String apiVersion);
}
