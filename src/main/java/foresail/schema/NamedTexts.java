package foresail.schema;

/**
 * Fields whose Go type is a string with a name of its own: {@code RestartPolicy}. OpenAPI says only
 * that they are strings, but messages about wrong types name them (k8s.io/api, types.go of each
 * group, v1.36).
 */
final class NamedTexts {
  private NamedTexts() {}

  /**
   * The type of a field that takes a text, or a list of texts.
   *
   * @param struct the one that has the field
   */
  static String of(Struct struct, String field) {
    String name = named(struct.goName() + "." + field);
    if (name.isEmpty()) {
      return "string";
    }
    return name.indexOf('.') >= 0 ? name : version(struct) + "." + name;
  }

  /** {@code v1} of {@code core.v1.PodSpec}: Go's name of the package. */
  private static String version(Struct struct) {
    String name = struct.name();
    int end = name.lastIndexOf('.');
    return name.substring(name.lastIndexOf('.', end - 1) + 1, end);
  }

  private static String named(String field) {
    return switch (field) {
      case "EndpointSlice.addressType" -> "AddressType";
      case "AppArmorProfile.type" -> "AppArmorProfileType";
      case "AzureDiskVolumeSource.cachingMode" -> "AzureDataDiskCachingMode";
      case "AzureDiskVolumeSource.kind" -> "AzureDataDiskKind";
      case "Capabilities.add", "Capabilities.drop" -> "Capability";
      case "JobSpec.completionMode" -> "CompletionMode";
      case "CronJobSpec.concurrencyPolicy" -> "ConcurrencyPolicy";
      case "PodFailurePolicyOnPodConditionsPattern.status" -> "ConditionStatus";
      case "Container.restartPolicy", "EphemeralContainer.restartPolicy" ->
          "ContainerRestartPolicy";
      case "ContainerRestartRule.action" -> "ContainerRestartRuleAction";
      case "ContainerRestartRuleOnExitCodes.operator" -> "ContainerRestartRuleOnExitCodesOperator";
      case "CustomResourceConversion.strategy" -> "ConversionStrategyType";
      case "LeaseSpec.strategy" -> "CoordinatedLeaseStrategy";
      case "PodSpec.dnsPolicy" -> "DNSPolicy";
      case "DaemonSetUpdateStrategy.type" -> "DaemonSetUpdateStrategyType";
      case "DeploymentStrategy.type" -> "DeploymentStrategyType";
      case "CSIDriverSpec.fsGroupPolicy" -> "FSGroupPolicy";
      case "MutatingAdmissionPolicySpec.failurePolicy",
          "MutatingWebhook.failurePolicy",
          "ValidatingAdmissionPolicySpec.failurePolicy",
          "ValidatingWebhook.failurePolicy" ->
          "FailurePolicyType";
      case "NamespaceSpec.finalizers" -> "FinalizerName";
      case "HPAScalingPolicy.type" -> "HPAScalingPolicyType";
      case "HostPathVolumeSource.type" -> "HostPathType";
      case "ServiceSpec.ipFamilies" -> "IPFamily";
      case "ServiceSpec.ipFamilyPolicy" -> "IPFamilyPolicy";
      case "CertificateSigningRequestSpec.usages" -> "KeyUsage";
      case "LabelSelectorRequirement.operator" -> "LabelSelectorOperator";
      case "LimitRangeItem.type" -> "LimitType";
      case "ManagedFieldsEntry.operation" -> "ManagedFieldsOperationType";
      case "MatchResources.matchPolicy",
          "MutatingWebhook.matchPolicy",
          "ValidatingWebhook.matchPolicy" ->
          "MatchPolicyType";
      case "MetricSpec.type" -> "MetricSourceType";
      case "MetricTarget.type" -> "MetricTargetType";
      case "VolumeMount.mountPropagation" -> "MountPropagationMode";
      case "TopologySpreadConstraint.nodeAffinityPolicy",
          "TopologySpreadConstraint.nodeTaintsPolicy" ->
          "NodeInclusionPolicy";
      case "NodeSelectorRequirement.operator" -> "NodeSelectorOperator";
      case "PodOS.name" -> "OSName";
      case "NamedRuleWithOperations.operations", "RuleWithOperations.operations" -> "OperationType";
      case "ParamRef.parameterNotFoundAction" -> "ParameterNotFoundActionType";
      case "Mutation.patchType" -> "PatchType";
      case "HTTPIngressPath.pathType" -> "PathType";
      case "PersistentVolumeClaimSpec.accessModes", "PersistentVolumeSpec.accessModes" ->
          "PersistentVolumeAccessMode";
      case "StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted",
          "StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled" ->
          "PersistentVolumeClaimRetentionPolicyType";
      case "PersistentVolumeClaimSpec.volumeMode", "PersistentVolumeSpec.volumeMode" ->
          "PersistentVolumeMode";
      case "PersistentVolumeSpec.persistentVolumeReclaimPolicy", "StorageClass.reclaimPolicy" ->
          "PersistentVolumeReclaimPolicy";
      case "PodFailurePolicyOnPodConditionsPattern.type", "PodReadinessGate.conditionType" ->
          "PodConditionType";
      case "PodSecurityContext.fsGroupChangePolicy" -> "PodFSGroupChangePolicy";
      case "PodFailurePolicyRule.action" -> "PodFailurePolicyAction";
      case "PodFailurePolicyOnExitCodesRequirement.operator" ->
          "PodFailurePolicyOnExitCodesOperator";
      case "StatefulSetSpec.podManagementPolicy" -> "PodManagementPolicyType";
      case "JobSpec.podReplacementPolicy" -> "PodReplacementPolicy";
      case "PodSecurityContext.seLinuxChangePolicy" -> "PodSELinuxChangePolicy";
      case "NetworkPolicySpec.policyTypes" -> "PolicyType";
      case "PodSpec.preemptionPolicy", "PriorityClass.preemptionPolicy" -> "PreemptionPolicy";
      case "SecurityContext.procMount" -> "ProcMountType";
      case "ContainerPort.protocol",
          "EndpointPort.protocol",
          "NetworkPolicyPort.protocol",
          "ServicePort.protocol" ->
          "Protocol";
      case "Container.imagePullPolicy",
          "EphemeralContainer.imagePullPolicy",
          "ImageVolumeSource.pullPolicy" ->
          "PullPolicy";
      case "VolumeMount.recursiveReadOnly" -> "RecursiveReadOnlyMode";
      case "MutatingAdmissionPolicySpec.reinvocationPolicy", "MutatingWebhook.reinvocationPolicy" ->
          "ReinvocationPolicyType";
      case "ContainerResizePolicy.resourceName" -> "ResourceName";
      case "ResourceQuotaSpec.scopes", "ScopedResourceSelectorRequirement.scopeName" ->
          "ResourceQuotaScope";
      case "ContainerResizePolicy.restartPolicy" -> "ResourceResizeRestartPolicy";
      case "CustomResourceDefinitionSpec.scope" -> "ResourceScope";
      case "PodSpec.restartPolicy" -> "RestartPolicy";
      case "HPAScalingRules.selectPolicy" -> "ScalingPolicySelect";
      case "ScopedResourceSelectorRequirement.operator" -> "ScopeSelectorOperator";
      case "NamedRuleWithOperations.scope", "Rule.scope", "RuleWithOperations.scope" -> "ScopeType";
      case "SeccompProfile.type" -> "SeccompProfileType";
      case "Secret.type" -> "SecretType";
      case "ServiceSpec.sessionAffinity" -> "ServiceAffinity";
      case "ServiceSpec.externalTrafficPolicy" -> "ServiceExternalTrafficPolicy";
      case "ServiceSpec.internalTrafficPolicy" -> "ServiceInternalTrafficPolicy";
      case "ServiceSpec.type" -> "ServiceType";
      case "MutatingWebhook.sideEffects", "ValidatingWebhook.sideEffects" -> "SideEffectClass";
      case "Lifecycle.stopSignal" -> "Signal";
      case "StatefulSetUpdateStrategy.type" -> "StatefulSetUpdateStrategyType";
      case "Validation.reason" -> "StatusReason";
      case "EmptyDirVolumeSource.medium" -> "StorageMedium";
      case "PodSecurityContext.supplementalGroupsPolicy" -> "SupplementalGroupsPolicy";
      case "Taint.effect", "Toleration.effect" -> "TaintEffect";
      case "Container.terminationMessagePolicy", "EphemeralContainer.terminationMessagePolicy" ->
          "TerminationMessagePolicy";
      case "Toleration.operator" -> "TolerationOperator";
      case "HTTPGetAction.scheme" -> "URIScheme";
      case "PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy" -> "UnhealthyPodEvictionPolicyType";
      case "TopologySpreadConstraint.whenUnsatisfiable" -> "UnsatisfiableConstraintAction";
      case "ValidatingAdmissionPolicyBindingSpec.validationActions" -> "ValidationAction";
      case "StorageClass.volumeBindingMode" -> "VolumeBindingMode";
      case "CSIDriverSpec.volumeLifecycleModes" -> "VolumeLifecycleMode";
      case "ObjectMeta.uid", "ObjectReference.uid", "OwnerReference.uid" -> "types.UID";
      case "ContainerResourceMetricSource.name", "ResourceMetricSource.name" -> "v1.ResourceName";
      default -> "";
    };
  }
}
