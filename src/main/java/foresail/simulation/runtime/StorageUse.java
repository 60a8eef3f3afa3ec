package foresail.simulation.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much of the node's disk a pod's programs have filled, in bytes.
 *
 * @param volumes of each emptyDir that lies on the disk, by its name
 * @param containers of each container's own files, by its name
 */
public record StorageUse(Map<String, Long> volumes, Map<String, Long> containers) {
  public static final StorageUse NONE = new StorageUse(Map.of(), Map.of());

  public StorageUse {
    volumes = Collections.unmodifiableMap(new LinkedHashMap<>(volumes));
    containers = Collections.unmodifiableMap(new LinkedHashMap<>(containers));
  }
}
