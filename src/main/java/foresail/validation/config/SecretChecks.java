package foresail.validation.config;

import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;

import foresail.notation.Base64Text;
import foresail.notation.JsonText;
import foresail.notation.KeyNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.GoValues;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.meta.MetadataChecks;
import java.util.Optional;

/**
 * A Secret (pkg/apis/core/validation/validation.go ValidateSecret, v1.36). The values of {@code
 * stringData} stand in {@code data} already, as the server has it.
 */
public final class SecretChecks {
  private static final String REDACTED = GoValues.quoted("<secret contents redacted>");

  private SecretChecks() {}

  public static final Check SECRET =
      object(
          MetadataChecks.NAMESPACED,
          field("data", rule(SecretChecks::data, "secret.data.key", "secret.size")),
          rule(
              SecretChecks::content,
              "secret.serviceAccountToken",
              "secret.dockercfg.required",
              "secret.dockercfg.json",
              "secret.dockerconfigjson.required",
              "secret.dockerconfigjson.json",
              "secret.basicAuth",
              "secret.sshAuth",
              "secret.tls.crt",
              "secret.tls.key"));

  private static void data(Field data, Refusals out) {
    long bytes = 0;
    for (Field entry : data.entries()) {
      Names.tell("secret.data.key", entry, entry.name(), KeyNames.configMapKey(entry.name()), out);
      bytes += Base64Text.decodedLength(entry.text());
    }
    if (bytes > ConfigMapChecks.MAX_BYTES) {
      out.tooLong("secret.size", data, ConfigMapChecks.MAX_BYTES);
    }
  }

  /** What a type demands of the content; unknown types demand nothing. */
  private static void content(Field secret, Refusals out) {
    Field data = secret.get("data");
    switch (secret.get("type").text()) {
      case "kubernetes.io/service-account-token" -> {
        Field annotations = secret.at("metadata", "annotations");
        Field account = annotations.entry("kubernetes.io/service-account.name");
        if (account.isZero()) {
          out.required("secret.serviceAccountToken", account);
        }
      }
      case "kubernetes.io/dockercfg" -> json("secret.dockercfg", data.entry(".dockercfg"), out);
      case "kubernetes.io/dockerconfigjson" ->
          json("secret.dockerconfigjson", data.entry(".dockerconfigjson"), out);
      case "kubernetes.io/basic-auth" -> {
        Field user = data.entry("username");
        Field password = data.entry("password");
        if (!user.isSet() && !password.isSet()) {
          out.required("secret.basicAuth", user);
          out.required("secret.basicAuth", password);
        }
      }
      case "kubernetes.io/ssh-auth" -> {
        Field key = data.entry("ssh-privatekey");
        if (key.isZero()) {
          out.required("secret.sshAuth", key);
        }
      }
      case "kubernetes.io/tls" -> {
        present("secret.tls.crt", data.entry("tls.crt"), out);
        present("secret.tls.key", data.entry("tls.key"), out);
      }
      default -> {}
    }
  }

  private static void present(String fact, Field entry, Refusals out) {
    if (!entry.isSet()) {
      out.required(fact, entry);
    }
  }

  private static void json(String fact, Field entry, Refusals out) {
    if (!entry.isSet()) {
      out.required(fact + ".required", entry);
      return;
    }
    Optional<String> problem = JsonText.objectProblem(Base64Text.decode(entry.text()));
    problem.ifPresent(words -> out.invalid(fact + ".json", entry, REDACTED, words));
  }
}
