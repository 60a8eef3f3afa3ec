/**
 * What the API server refuses in custom resources: their metadata, values, lists and objects inside
 * them (apiextensions-apiserver/pkg/registry/customresource/strategy.go, v1.36).
 */
package foresail.validation.custom;
