package foresail.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.finding.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What policies among the files say of one Pod or Deployment there, and when they say nothing. */
final class PolicyRefusesTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web, tier: front}}
      spec:
        containers:
          - {name: web, image: "web:1.4", resources: {limits: {cpu: 1500m, memory: 1024Mi}}}
      """;

  @TempDir Path folder;

  /** Each expression is false for the pod, or fails; the message is what is behind the colon. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "object.metadata.name != 'web' | failed expression: object.metadata.name != 'web'",
        "object.metadata.namespace != 'shop'"
            + " | failed expression: object.metadata.namespace != 'shop'",
        "object.spec.x == 1"
            + " | expression 'object.spec.x == 1' resulted in error: no such key: x",
        "object.spec.restartPolicy == 'Never'"
            + " | failed expression: object.spec.restartPolicy == 'Never'",
        "object.spec.containers.all(c, c.resources.limits.cpu == '1500m'"
            + " && c.resources.limits.memory == '1024Mi')"
            + " | failed expression: object.spec.containers.all(c, c.resources.limits.cpu =="
            + " '1500m' && c.resources.limits.memory == '1024Mi')",
        "object.spec.containers.all(c, quantity(c.resources.limits.memory)"
            + ".isLessThan(quantity('1Gi')))"
            + " | failed expression: object.spec.containers.all(c,"
            + " quantity(c.resources.limits.memory).isLessThan(quantity('1Gi')))",
        "request.operation != 'CREATE' | failed expression: request.operation != 'CREATE'",
        "request.resource.resource != 'pods' || request.kind.kind != 'Pod'"
            + " | failed expression: request.resource.resource != 'pods' || request.kind.kind !="
            + " 'Pod'",
        "request.namespace == 'other' && request.userInfo.username == 'a'"
            + " | failed expression: request.namespace == 'other' && request.userInfo.username =="
            + " 'a'",
        "oldObject != null | failed expression: oldObject != null",
        "!has(object.spec.containers[0].resources)"
            + " | failed expression: !has(object.spec.containers[0].resources)",
        "object.spec.serviceAccountName != 'default'"
            + " | failed expression: object.spec.serviceAccountName != 'default'",
        "!has(object.metadata.uid) | failed expression: !has(object.metadata.uid)",
      })
  void denies(String expression, String message) throws IOException {
    assertEquals(
        List.of("ERROR ValidatingAdmissionPolicy 'p' with binding 'b' denied request: " + message),
        findings(policy(expression, "") + "---\n" + binding("") + "---\n" + POD));
  }

  /** Each is true for the pod, or nobody can know. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "object.metadata.name == 'web'",
        "request.userInfo.username == 'admin'",
        "request.userInfo.username == 'admin' || object.spec.x == 1",
        "object.spec.x == 1 || request.userInfo.username == 'admin'",
        "authorizer.path('/healthz').check('get').allowed()",
        "authorizer.requestResource.check('use').allowed()",
        "!authorizer.group('').resource('pods').namespace('shop').check('create').allowed()",
        "object.metadata.uid == 'x'",
        "namespaceObject.metadata.labels['a'] == 'b'",
        "quantity(object.spec.containers[0].resources.limits.memory) == quantity('1Gi')",
        "object.spec.containers[0].resources.limits.memory == '1Gi'",
        "has(object.status)",
        "!has(object.spec.containers[0].resources.requests)"
            + " || object.spec.containers[0].resources.requests.cpu == '1500m'",
        "object.spec.tolerations.exists(t, t.key == 'node.kubernetes.io/not-ready')",
        "object.spec.containers[0].volumeMounts.exists(m, m.readOnly)",
      })
  void letsPass(String expression) throws IOException {
    assertEquals(
        List.of(), findings(policy(expression, "") + "---\n" + binding("") + "---\n" + POD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        // what the policy's or the binding's match rules say | whether it judges the pod
        "objectSelector: {matchLabels: {app: web}} | true",
        "objectSelector: {matchLabels: {app: api}} | false",
        "objectSelector: {matchExpressions: [{key: tier, operator: NotIn, values: [back]}]} | true",
        "objectSelector: {matchExpressions: [{key: tier, operator: DoesNotExist}]} | false",
        "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}} | true",
        "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: bank}} | false",
        "namespaceSelector: {matchLabels: {env: prod}} | false",
        "excludeResourceRules: [{apiGroups: [''], apiVersions: [v1], operations: [CREATE],"
            + " resources: [pods]}] | false",
        "excludeResourceRules: [{apiGroups: [''], apiVersions: [v1], operations: ['*'],"
            + " resources: [pods/status]}] | true",
        "excludeResourceRules: [{apiGroups: [''], apiVersions: [v1], operations: ['*'],"
            + " resources: [pods], resourceNames: [web]}] | false",
        "excludeResourceRules: [{apiGroups: [''], apiVersions: [v1], operations: ['*'],"
            + " resources: [pods], resourceNames: [other]}] | true",
        "excludeResourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: [UPDATE],"
            + " resources: ['*']}] | true",
        "excludeResourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: ['*'],"
            + " resources: ['*/*'], scope: Cluster}] | true",
        "excludeResourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: ['*'],"
            + " resources: ['*/*'], scope: Namespaced}] | false",
      })
  void looksAtWhatMatches(String match, boolean judged) throws IOException {
    assertEquals(
        judged ? 1 : 0,
        findings(policy("false", match) + "---\n" + binding("") + "---\n" + POD).size());
    assertEquals(
        judged ? 1 : 0,
        findings(
                policy("false", "")
                    + "---\n"
                    + binding("matchResources: {" + match + "}")
                    + "---\n"
                    + POD)
            .size());
  }

  @Test
  void knowsTheLabelsOfANamespaceAmongTheFiles() throws IOException {
    String space =
        """
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {env: prod}}
        """;
    String match = "namespaceSelector: {matchLabels: {env: prod}}";
    assertEquals(
        1, findings(policy("false", match) + "---\n" + binding("") + "---\n" + POD + space).size());
    assertEquals(
        1,
        findings(
                policy("namespaceObject.metadata.labels.env == 'test'", "")
                    + "---\n"
                    + binding("")
                    + "---\n"
                    + POD
                    + space)
            .size());
  }

  @Test
  void warnsOrKeepsSilentAsTheBindingSays() throws IOException {
    String before = policy("false", "") + "---\n";
    String warning = binding("").replace("Deny", "Warn") + "---\n" + POD;
    assertEquals(
        List.of(
            "WARNING Validation failed for ValidatingAdmissionPolicy 'p' with binding 'b':"
                + " failed expression: false"),
        findings(before + warning));
    assertEquals(List.of(), findings(before + warning.replace("Warn", "Audit")));
    assertEquals(List.of(), findings(before + POD));
    assertEquals(List.of(), findings(before + warning.replace("policyName: p", "policyName: q")));
  }

  @Test
  void ignoresFailuresWhereThePolicySaysSo() throws IOException {
    String policy = policy("object.spec.x == 1", "") + "  failurePolicy: Ignore\n";
    assertEquals(List.of(), findings(policy + "---\n" + binding("") + "---\n" + POD));
    String denies = policy("false", "") + "  failurePolicy: Ignore\n";
    assertEquals(1, findings(denies + "---\n" + binding("") + "---\n" + POD).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "object.metadata.name == 'web' | 1",
        "object.metadata.name == 'api' | 0",
        "object.spec.x == 1 | 1",
        "request.userInfo.username == 'a' | 0",
      })
  void asksMatchConditionsFirst(String condition, int findings) throws IOException {
    String policy =
        policy("false", "") + "  matchConditions: [{name: c, expression: \"" + condition + "\"}]\n";
    assertEquals(findings, findings(policy + "---\n" + binding("") + "---\n" + POD).size());
  }

  @Test
  void aFalseMatchConditionCountsMoreThanOneThatFails() throws IOException {
    String policy =
        policy("false", "")
            + "  matchConditions:\n"
            + "    - {name: a, expression: object.spec.x == 1}\n"
            + "    - {name: b, expression: object.metadata.name == 'api'}\n";
    assertEquals(List.of(), findings(policy + "---\n" + binding("") + "---\n" + POD));
  }

  @Test
  void writesTheMessageThatThePolicyMakes() throws IOException {
    String policy = policy("variables.name == 'api'", "");
    String more =
        "      message: not api\n"
            + "      messageExpression: \"'%s is not api in %s'.format([variables.name,"
            + " request.namespace])\"\n"
            + "  variables: [{name: name, expression: object.metadata.name}]\n";
    assertEquals(
        List.of(
            "ERROR ValidatingAdmissionPolicy 'p' with binding 'b' denied request: web is not api"
                + " in shop"),
        findings(policy + more + "---\n" + binding("") + "---\n" + POD));
    String failing = more.replace("request.namespace", "object.spec.x");
    assertEquals(
        List.of("ERROR ValidatingAdmissionPolicy 'p' with binding 'b' denied request: not api"),
        findings(policy + failing + "---\n" + binding("") + "---\n" + POD));
  }

  @Test
  void evaluatesAVariableOnlyWhereItIsUsed() throws IOException {
    String variables =
        "  variables:\n"
            + "    - {name: bad, expression: object.spec.x}\n"
            + "    - {name: good, expression: object.metadata.name}\n";
    assertEquals(
        List.of(),
        findings(
            policy("variables.good == 'web'", "")
                + variables
                + "---\n"
                + binding("")
                + "---\n"
                + POD));
    assertEquals(
        List.of(
            "ERROR ValidatingAdmissionPolicy 'p' with binding 'b' denied request: expression"
                + " 'variables.bad == 1' resulted in error: composited variable \"bad\" fails to"
                + " evaluate: no such key: x"),
        findings(
            policy("variables.bad == 1", "") + variables + "---\n" + binding("") + "---\n" + POD));
  }

  @Test
  void takesParametersFromTheFiles() throws IOException {
    String policy = policy("object.metadata.name == params.data.name", "");
    policy = policy + "  paramKind: {apiVersion: v1, kind: ConfigMap}\n";
    String config =
        """
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: names, namespace: shop, labels: {for: p}}
        data: {name: api}
        """;
    String byName = "paramRef: {name: names, parameterNotFoundAction: Deny}";
    String byLabel = "paramRef: {selector: {matchLabels: {for: p}}, parameterNotFoundAction: Deny}";
    for (String reference : List.of(byName, byLabel)) {
      String all = policy + "---\n" + binding(reference) + "---\n" + POD;
      assertEquals(1, findings(all + config).size());
      assertEquals(List.of(), findings(all + config.replace("api}", "web}")));
      // It may exist elsewhere.
      assertEquals(List.of(), findings(all));
      assertEquals(List.of(), findings(all + config.replace("shop", "bank")));
    }
  }

  @Test
  void saysThatParametersAreMissingWhereTheFilesAreEverything() throws IOException {
    String policy = policy("true", "") + "  paramKind: {apiVersion: v1, kind: ConfigMap}\n";
    String reference = "paramRef: {name: names, parameterNotFoundAction: Deny}";
    String all = policy + "---\n" + binding(reference) + "---\n" + POD;
    var closed = new RuleOptions(List.of("policy-refuses"), List.of(), Map.of(), true, List.of());
    assertEquals(
        List.of(
            "ERROR ValidatingAdmissionPolicy 'p' with binding 'b' denied request: failed to"
                + " configure binding: no params found for policy binding with `Deny`"
                + " parameterNotFoundAction"),
        findings(Map.of("all.yaml", all), closed));
    assertEquals(
        List.of(),
        findings(Map.of("all.yaml", all.replace("Action: Deny", "Action: Allow")), closed));
  }

  @Test
  void judgesOnlyWhatIsAppliedTogether() throws IOException {
    String policies = policy("false", "") + "---\n" + binding("");
    Map<String, String> files = new LinkedHashMap<>();
    files.put("policies/p.yaml", policies);
    files.put("apps/web.yaml", POD);
    assertEquals(List.of(), findings(files, only(false)));
    assertEquals(1, findings(files, only(true)).size());
    assertEquals(1, findings(Map.of("a/p.yaml", policies, "a/web.yaml", POD), only(false)).size());
  }

  @Test
  void saysNothingOfWhatSomebodyMayChangeBefore() throws IOException {
    String mutating =
        """
        ---
        apiVersion: admissionregistration.k8s.io/v1
        kind: MutatingWebhookConfiguration
        metadata: {name: m}
        webhooks:
          - name: m.example.com
            admissionReviewVersions: [v1]
            sideEffects: None
            clientConfig: {url: "https://m.example.com"}
            rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
        """;
    String all = policy("false", "") + "---\n" + binding("") + "---\n" + POD;
    assertEquals(List.of(), findings(all + mutating));
    assertEquals(1, findings(all + mutating.replace("pods", "services")).size());
  }

  @Test
  void leavesToALimitRangeWhatItDecides() throws IOException {
    String range =
        """
        ---
        apiVersion: v1
        kind: LimitRange
        metadata: {name: defaults, namespace: shop}
        spec: {limits: [{type: Container, default: {cpu: "1"}}]}
        """;
    String all = policy("object.spec.containers.all(c, has(c.resources.requests.cpu))", "");
    all =
        all
            + "---\n"
            + binding("")
            + "---\n"
            + POD.replace(", resources: {limits: {cpu: 1500m, memory: 1024Mi}}", "");
    assertEquals(1, findings(all).size());
    assertEquals(List.of(), findings(all + range));
    assertEquals(1, findings(all + range.replace("shop", "bank")).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "object.spec.clusterIP == 'None' | 0",
        "has(object.spec.clusterIP) | 0",
        "object.spec.ports.all(p, p.nodePort > 30100) | 0",
        "object.spec.type == 'ClusterIP' | 1",
        "object.spec.ports.all(p, p.protocol == 'UDP') | 1",
      })
  void knowsNotWhatTheServerMakesUp(String expression, int findings) throws IOException {
    String service =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec: {type: NodePort, selector: {app: web}, ports: [{port: 80}]}
        """;
    String policy = policy(expression, "").replace("[pods]", "[services]");
    assertEquals(findings, findings(policy + "---\n" + binding("") + "---\n" + service).size());
  }

  @Test
  void trustsNeitherWrongPoliciesNorWrongObjects() throws IOException {
    String wrong = policy("false", "").replace("expression: \"false\"", "expression: \"1\"");
    assertEquals(List.of(), findings(wrong + "---\n" + binding("") + "---\n" + POD));
    assertEquals(
        List.of(),
        findings(
            policy("false", "")
                + "---\n"
                + binding("")
                + "---\n"
                + POD.replace("name: web, image", "name: Web, image")));
  }

  @Test
  void leavesPlaceholdersAlone() throws IOException {
    String all = policy("object.spec.containers.all(c, c.image.startsWith('x/'))", "");
    all = all + "---\n" + binding("") + "---\n";
    assertEquals(1, findings(all + POD).size());
    assertEquals(List.of(), findings(all + POD.replace("web:1.4", "${IMAGE}")));
  }

  @Test
  void tellsOfThePodsOfATemplate() throws IOException {
    String job =
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: nightly, namespace: shop}
        spec:
          schedule: "0 3 * * *"
          jobTemplate:
            spec:
              template:
                metadata: {labels: {app: nightly}}
                spec: {restartPolicy: Never, containers: [{name: a, image: "a:1"}]}
        """;
    String all = policy("'team' in object.metadata.labels", "") + "---\n" + binding("") + "---\n";
    assertEquals(
        List.of(
            "ERROR no pod of CronJob \"nightly\" can be created: ValidatingAdmissionPolicy 'p'"
                + " with binding 'b' denied request: failed expression: 'team' in"
                + " object.metadata.labels"),
        findings(all + job));
    assertEquals(List.of(), findings(all + job.replace("app: nightly", "team: a")));
  }

  private static String policy(String expression, String match) {
    return """
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicy
    metadata: {name: p}
    spec:
      matchConstraints:
        resourceRules:
          - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}
        %s
      validations:
        - expression: "%s"
    """
        .formatted(match, expression);
  }

  private static String binding(String more) {
    return """
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicyBinding
    metadata: {name: b}
    spec:
      policyName: p
      validationActions: [Deny]
      %s
    """
        .formatted(more);
  }

  private List<String> findings(String text) throws IOException {
    return findings(Map.of("all.yaml", text), only(false));
  }

  private static RuleOptions only(boolean closed) {
    return new RuleOptions(List.of("policy-refuses"), List.of(), Map.of(), closed, List.of());
  }

  private List<String> findings(Map<String, String> files, RuleOptions options) throws IOException {
    List<Finding> findings = Examples.findings(folder, files, options);
    return findings.stream().map(it -> it.severity() + " " + it.message()).toList();
  }
}
