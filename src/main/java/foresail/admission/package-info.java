/**
 * What the API server's admission plugins say of pods and claims, as plain arithmetic: limit
 * ranges, quotas, Pod Security. The rules ask it of what manifests declare, the simulation of what
 * is in its store.
 */
package foresail.admission;
