package foresail.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import foresail.finding.Refusal;
import foresail.schema.Decoded;
import foresail.schema.Objects;
import foresail.schema.Release;
import foresail.schema.Schema;
import foresail.source.Manifest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which expressions of policies and webhooks the server refuses, and in which words. */
final class AdmissionExpressionsTest {
  private static final String RULES =
      "{'resourceRules': [{'apiGroups': [''], 'apiVersions': ['v1'], 'operations': ['CREATE'],"
          + " 'resources': ['pods']}]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'validations': [{'expression': 'true'}] |",
        "'validations': [{'expression': 'params.x == 1'}]"
            + " | spec.validations[0].expression: undeclared reference to 'params'",
        "'paramKind': {'apiVersion': 'v1', 'kind': 'ConfigMap'},"
            + " 'validations': [{'expression': 'params.x == 1'}] |",
        "'validations': [{'expression': 'variables.x == 1'}]"
            + " | spec.validations[0].expression: undeclared reference to 'variables'",
        "'validations': [{'expression': 'variables.y == 1'}],"
            + " 'variables': [{'name': 'x', 'expression': '1'}]"
            + " | spec.validations[0].expression: undefined field 'y'",
        "'validations': [{'expression': 'variables.x + 1 == 2'}],"
            + " 'variables': [{'name': 'x', 'expression': '1'}] |",
        "'validations': [{'expression': 'variables.x'}],"
            + " 'variables': [{'name': 'x', 'expression': '1'}]"
            + " | spec.validations[0].expression: must evaluate to bool but got int",
        "'validations': [{'expression': 'variables.x + 1 == 2'}],"
            + " 'variables': [{'name': 'x', 'expression': 'variables.y'},"
            + " {'name': 'y', 'expression': '1'}]"
            + " | spec.variables[0].expression: undefined field 'y'",
        "'validations': [{'expression': 'variables.x + 1 == 2'}],"
            + " 'variables': [{'name': 'x', 'expression': '1'},"
            + " {'name': 'x', 'expression': '\"a\"'}]"
            + " | spec.validations[0].expression: found no matching overload for '_+_'",
        "'validations': [{'expression': 'variables.x == 1'}],"
            + " 'variables': [{'name': 'x', 'expression': '1 +'}]"
            + " | spec.variables[0].expression: Syntax error: mismatched input '<EOF>'",
        "'validations': [{'expression': 'true', 'messageExpression': '1'}]"
            + " | spec.validations[0].messageExpression: must evaluate to string but got int",
        "'validations': [{'expression': 'true',"
            + " 'messageExpression': 'authorizer.path(\"/\").check(\"get\").reason()'}]"
            + " | spec.validations[0].messageExpression: undeclared reference to 'authorizer'",
        "'validations': [{'expression': 'authorizer.path(\"/\").check(\"get\").allowed()"
            + " && authorizer.requestResource.check(\"use\").allowed()'}] |",
        "'validations': [{'expression': 'request.userInfo.username == \"a\"'}] |",
        "'validations': [{'expression': 'request.user == \"a\"'}]"
            + " | spec.validations[0].expression: undefined field 'user'",
        "'validations': [{'expression': 'namespaceObject.metadata.labels.a == \"b\"'}] |",
        "'validations': [{'expression': 'namespaceObject.metadata.label.a == \"b\"'}]"
            + " | spec.validations[0].expression: undefined field 'label'",
        "'validations': [{'expression': 'oldObject == null && object == oldObject'}] |",
        "'auditAnnotations': [{'key': 'a', 'valueExpression': '1'}] |"
            + " spec.auditAnnotations[0].valueExpression: must evaluate to one of [string"
            + " null_type] but got int",
        "'auditAnnotations': [{'key': 'a', 'valueExpression': 'true ? \"x\" : null'}] |"
            + " spec.auditAnnotations[0].valueExpression: found no matching overload",
        "'auditAnnotations': [{'key': 'a', 'valueExpression': 'string(object.x)'}] |",
        "'validations': [{'expression': 'true'}],"
            + " 'matchConditions': [{'name': 'a', 'expression': 'object.x'}] |"
            + " spec.matchConditions[0].expression: must evaluate to bool but got dyn",
        "'validations': [{'expression': 'true'}],"
            + " 'variables': [{'name': 'x', 'expression': 'true'}],"
            + " 'matchConditions': [{'name': 'a', 'expression': 'variables.x'}] |"
            + " spec.matchConditions[0].expression: undeclared reference to 'variables'",
        "'validations': [{'expression': 'true'}],"
            + " 'matchConditions': [{'name': 'a', 'expression': ' has(object.x) '}] |",
      })
  void validatingPolicy(String spec, String refusal) {
    assertRefused(
        "ValidatingAdmissionPolicy",
        "'spec': {'matchConstraints': " + RULES + ", " + spec + "}",
        refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'patchType': 'ApplyConfiguration', 'applyConfiguration':"
            + " {'expression': 'Object{spec: Object.spec{replicas: 3}}'} |",
        "'patchType': 'ApplyConfiguration', 'applyConfiguration': {'expression': 'object'}"
            + " | spec.mutations[0].applyConfiguration.expression: must evaluate to Object but got"
            + " dyn",
        "'patchType': 'JSONPatch', 'jsonPatch':"
            + " {'expression': '[JSONPatch{op: \"add\", path: \"/a\", value: 1}]'} |",
        "'patchType': 'JSONPatch', 'jsonPatch':"
            + " {'expression': 'JSONPatch{op: \"add\", path: \"/a\", value: 1}'}"
            + " | spec.mutations[0].jsonPatch.expression: must evaluate to list(JSONPatch) but got"
            + " JSONPatch",
        "'patchType': 'JSONPatch', 'jsonPatch': {'expression': '[JSONPatch{op: 1}]'}"
            + " | spec.mutations[0].jsonPatch.expression: expected type of field 'op' is 'string'"
            + " but provided type is 'int'",
        "'patchType': 'JSONPatch', 'jsonPatch': {'expression': '[JSONPatch{ob: \"a\"}]'}"
            + " | spec.mutations[0].jsonPatch.expression: undefined field 'ob'",
      })
  void mutatingPolicy(String mutation, String refusal) {
    assertRefused(
        "MutatingAdmissionPolicy",
        "'spec': {'reinvocationPolicy': 'Never', 'matchConstraints': "
            + RULES
            + ", 'mutations': [{"
            + mutation
            + "}]}",
        refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "has(object.metadata) |",
        "request.name |"
            + " webhooks[0].matchConditions[0].expression: must evaluate to bool but got string",
        "params.x | webhooks[0].matchConditions[0].expression: undeclared reference to 'params'",
        "! | webhooks[0].matchConditions[0].expression: Syntax error: extraneous input '<EOF>'",
      })
  void webhook(String expression, String refusal) {
    assertRefused(
        "ValidatingWebhookConfiguration",
        "'webhooks': [{'name': 'a.b.c', 'sideEffects': 'None', 'admissionReviewVersions': ['v1'],"
            + " 'clientConfig': {'url': 'https://a.example.com'}, 'matchConditions': [{'name':"
            + " 'a', 'expression': '"
            + expression
            + "'}]}]",
        refusal);
  }

  /** Looks at the fault alone, or at that of the first line where the place is shown. */
  private static void assertRefused(String kind, String fields, String refusal) {
    String text =
        "{'apiVersion': 'admissionregistration.k8s.io/v1', 'kind': '"
            + kind
            + "', 'metadata': {'name': 'x'}, "
            + fields
            + "}";
    Manifest manifest = Objects.manifest(json(text));
    Decoded decoded = Schema.of(Release.DEFAULT).decode(manifest);
    assertEquals(List.of(), decoded.refusals());
    List<Refusal> refusals =
        Validation.refusals(
            new Manifest(manifest.id(), 0, decoded.root(), List.of()), Release.DEFAULT);
    if (refusal == null) {
      assertEquals(List.of(), refusals);
    } else {
      assertEquals(1, refusals.size(), refusals::toString);
      String[] parts = refusal.split(": ", 2);
      assertEquals(parts[0], refusals.get(0).path());
      assertTrue(refusals.get(0).message().contains(": " + parts[1]), refusals::toString);
    }
  }

  /** Outer quotes are single here, and those inside expressions double. */
  private static String json(String text) {
    return text.replace("\"", "\\\"").replace("'", "\"");
  }
}
