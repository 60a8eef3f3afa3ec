/**
 * Who refers to whom: names, labels, hosts and ports, looked up in everything that is known, and
 * what resolves or dangles.
 *
 * <p>Built once for all inputs and never changed; each question is answered through an index, so
 * that the time grows with the number of objects and not with its square.
 */
package foresail.graph;
