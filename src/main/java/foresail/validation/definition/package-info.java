/**
 * What the API server refuses in CustomResourceDefinitions
 * (apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go and
 * pkg/apiserver/schema, v1.36).
 *
 * <p>The server first moves what all versions have in common to the top: the schema of a definition
 * with one version is printed as {@code spec.validation.openAPIV3Schema}. {@link
 * foresail.validation.definition.Versions} does the same.
 */
package foresail.validation.definition;
