package foresail.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.admission.security.SecurityModes;
import foresail.admission.security.SecurityPolicy;
import foresail.admission.security.Violation;
import foresail.model.Model;
import foresail.model.Pod;
import foresail.source.ReadOptions;
import foresail.source.SourceReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each level says of pods, in the server's words. */
final class PodSecurityTest {
  private static final int SERVER = 36;

  private static String said(String level, String spec) {
    return said(Map.of(SecurityModes.ENFORCE, level), spec, SERVER);
  }

  private static String said(Map<String, String> labels, String spec, int server) {
    String yaml = "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: " + spec + "}";
    var sources = new SourceReader(ReadOptions.standard()).readText("pod.yaml", yaml);
    Pod pod = (Pod) Model.of(sources.manifests().get(0));
    SecurityPolicy policy = SecurityModes.of(labels).enforce();
    List<Violation> violations =
        policy.violations(pod.metadata().annotations(), pod.spec(), server);
    return violations.isEmpty() ? "allowed" : policy.violates(violations);
  }

  @Test
  void restrictedWantsWhatAnOrdinaryPodDoesNotSay() {
    assertEquals(
        "violates PodSecurity \"restricted:latest\": allowPrivilegeEscalation != false (containers"
            + " \"i\", \"a\" must set securityContext.allowPrivilegeEscalation=false), unrestricted"
            + " capabilities (containers \"i\", \"a\" must set"
            + " securityContext.capabilities.drop=[\"ALL\"]), runAsNonRoot != true (pod or"
            + " containers \"i\", \"a\" must set securityContext.runAsNonRoot=true), seccompProfile"
            + " (pod or containers \"i\", \"a\" must set securityContext.seccompProfile.type to"
            + " \"RuntimeDefault\" or \"Localhost\")",
        said("restricted", "{initContainers: [{name: i}], containers: [{name: a, image: x}]}"));
  }

  @Test
  void baselineForbidsTheNode() {
    assertEquals(
        "violates PodSecurity \"baseline:latest\": non-default capabilities (container \"a\" must"
            + " not include \"NET_ADMIN\" in securityContext.capabilities.add), host namespaces"
            + " (hostNetwork=true, hostPID=true), hostPath volumes (volumes \"v\", \"w\"), hostPort"
            + " (container \"a\" uses hostPorts 80, 9090), privileged (container \"a\" must not set"
            + " securityContext.privileged=true), seLinuxOptions (pod set forbidden"
            + " securityContext.seLinuxOptions: type \"spc_t\"; role may not be set), forbidden"
            + " sysctls (kernel.msgmax)",
        said(
            "baseline",
            "{hostNetwork: true, hostPID: true, volumes: [{name: v, hostPath: {path: /a}}, {name:"
                + " w, hostPath: {path: /b}}], securityContext: {seLinuxOptions: {type: spc_t,"
                + " role: r}, sysctls: [{name: kernel.msgmax}]}, containers: [{name: a, ports:"
                + " [{containerPort: 80}, {containerPort: 9090, hostPort: 9090}], securityContext:"
                + " {privileged: true, capabilities: {add: [NET_ADMIN, CHOWN]}}}]}"));
  }

  @Test
  void restrictedTakesThePlaceOfBaselineChecks() {
    assertEquals(
        "violates PodSecurity \"restricted:latest\": unrestricted capabilities (container \"a\""
            + " must not include \"CHOWN\" in securityContext.capabilities.add), restricted volume"
            + " types (volume \"v\" uses restricted volume type \"hostPath\"), runAsUser=0"
            + " (container \"a\" must not set runAsUser=0), seccompProfile (pod must not set"
            + " securityContext.seccompProfile.type to \"Unconfined\")",
        said(
            "restricted",
            "{volumes: [{name: v, hostPath: {path: /a}}, {name: e, emptyDir: {}}], securityContext:"
                + " {runAsNonRoot: true, seccompProfile: {type: Unconfined}}, containers: [{name:"
                + " a, securityContext: {runAsUser: 0, allowPrivilegeEscalation: false,"
                + " capabilities: {drop: [ALL], add: [CHOWN]}}}]}"));
  }

  @Test
  void versionsDecide() {
    String probe =
        "{containers: [{name: a, readinessProbe: {tcpSocket: {host: 10.0.0.1, port: 80}}}]}";
    String level = SecurityModes.ENFORCE;
    assertEquals(
        "violates PodSecurity \"baseline:latest\": probe or lifecycle host (container \"a\" uses"
            + " probe or lifecycle host \"10.0.0.1\")",
        said("baseline", probe));
    assertEquals("allowed", said(Map.of(level, "baseline"), probe, 33));
    assertEquals(
        "allowed", said(Map.of(level, "baseline", level + "-version", "v1.33"), probe, SERVER));
    String users =
        "{hostUsers: false, containers: [{name: a, securityContext: {procMount: Unmasked}}]}";
    assertEquals("allowed", said("baseline", users));
    assertEquals(
        "violates PodSecurity \"baseline:v1.34\": procMount (container \"a\" must not set"
            + " securityContext.procMount to \"Unmasked\")",
        said(Map.of(level, "baseline", level + "-version", "v1.34"), users, SERVER));
  }

  @Test
  void whatIsNoLevelIsTheStrictestToEnforceAndNoneToWarnOf() {
    SecurityModes modes =
        SecurityModes.of(Map.of(SecurityModes.ENFORCE, "strict", SecurityModes.WARN, "strict"));
    assertEquals("restricted:latest", modes.enforce().toString());
    assertEquals("privileged:latest", modes.warn().toString());
  }

  @Test
  void theWarningFollowsWhatIsEnforced() {
    String version = SecurityModes.ENFORCE + "-version";
    var labels = Map.of(SecurityModes.ENFORCE, "baseline", version, "v1.30");
    assertEquals("baseline:v1.30", SecurityModes.of(labels).warn().toString());
    assertEquals("privileged:latest", SecurityModes.of(labels).audit().toString());
    assertEquals("privileged:latest", SecurityModes.of(Map.of()).warn().toString());
  }
}
