/** What the server demands of volumes, claims, classes and drivers. */
package foresail.validation.storage;
