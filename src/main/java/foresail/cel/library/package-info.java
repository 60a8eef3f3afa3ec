/** The functions that the Kubernetes API server adds to CEL, one class a library. */
package foresail.cel.library;
