package foresail.simulation.kubelet;

import foresail.model.ConfigData;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Values of ConfigMaps and Secrets as text. */
public final class ConfigValues {
  private ConfigValues() {}

  /** The value of a key; what is in base64 is decoded. */
  public static String of(ConfigData data, String key) {
    String text = data.text().get(key);
    if (text != null) {
      return text;
    }
    try {
      byte[] decoded = Base64.getMimeDecoder().decode(data.encoded().getOrDefault(key, ""));
      return new String(decoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noBase64) {
      return ""; // validation has refused it before
    }
  }
}
