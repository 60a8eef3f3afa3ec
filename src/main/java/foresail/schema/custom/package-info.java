/**
 * Structural schemas of custom resources: what a CustomResourceDefinition says of its objects, and
 * what the API server does with them (apiextensions-apiserver, pkg/apiserver/schema, v1.36). First
 * it adds defaults, then it looks for unknown fields, then it holds the values against the schema.
 */
package foresail.schema.custom;
