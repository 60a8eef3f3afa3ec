/**
 * What the server adds to an object before it validates it, kind by kind as in the server's own
 * {@code pkg/apis/GROUP/VERSION/defaults.go} (v1.36). A method for each object of the API; its
 * lines are the fields in the order of the API.
 */
package foresail.schema.defaults;
