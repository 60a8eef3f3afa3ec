/** What the server demands of {@code metadata}, whatever the kind. */
package foresail.validation.meta;
