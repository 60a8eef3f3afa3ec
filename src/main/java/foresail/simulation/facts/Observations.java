package foresail.simulation.facts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what keeps scripts waiting; a text that does not change is noted once. */
public final class Observations {
  private final Map<String, String> latest = new HashMap<>();
  private final List<Observation> all = new ArrayList<>();

  /**
   * @param text empty where nothing keeps the container waiting any more
   * @param awaited what is asked for, where it is one object
   */
  public void note(
      Duration at, String podUid, String container, String text, Optional<Awaited> awaited) {
    String before = latest.put(podUid + "/" + container, text);
    if (!text.equals(before == null ? "" : before)) {
      all.add(new Observation(at, podUid, container, text, awaited));
    }
  }

  /** In the order in which they were made. */
  public List<Observation> all() {
    return new ArrayList<>(all);
  }
}
