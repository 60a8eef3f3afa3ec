package foresail.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The list of public images that comes with the program. */
final class KnownImagesTest {
  @Test
  void tellsOfEachWhereThatIsKnownFrom() {
    assertTrue(KnownImages.all().size() > 60);
    for (ImageFacts facts : KnownImages.all()) {
      assertTrue(facts.source().isPresent(), facts.match() + " has no source");
    }
  }

  @Test
  void isReadAsAFileOfClusterFactsWouldBe() {
    assertEquals(ClusterFactsReader.readOwn(KnownImages.text()).images(), KnownImages.all());
  }

  @Test
  void findsAnImageUnderAllItsNames() {
    for (String name :
        List.of(
            "ubuntu",
            "ubuntu:22.04",
            "docker.io/library/ubuntu:22.04",
            "mirror.gcr.io/library/ubuntu",
            "public.ecr.aws/docker/library/ubuntu:24.04",
            "ubuntu@sha256:0123")) {
      assertEquals(
          Optional.of(List.of("/bin/bash")),
          KnownImages.of(name).flatMap(ImageFacts::command),
          name);
    }
    assertEquals(Optional.empty(), KnownImages.of("example.com/ubuntu"));
  }

  @Test
  void knowsWhatADatabaseNeedsAndWhatHasNoShell() {
    ImageFacts.Needs needs = KnownImages.of("postgres:16").orElseThrow().needs().orElseThrow();
    assertTrue(needs.variables().contains("POSTGRES_PASSWORD"));
    assertEquals(1, needs.otherwise().code());
    assertFalse(KnownImages.of("gcr.io/distroless/static:nonroot").orElseThrow().shell());
    assertTrue(KnownImages.of("gcr.io/distroless/static:debug").orElseThrow().shell());
  }
}
