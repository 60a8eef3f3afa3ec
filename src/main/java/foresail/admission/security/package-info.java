/**
 * The Pod Security Standards: what a namespace's labels ask for, and what of a pod they forbid.
 *
 * <p>Source: pod-security-admission/{api,policy}, v1.36.
 */
package foresail.admission.security;
