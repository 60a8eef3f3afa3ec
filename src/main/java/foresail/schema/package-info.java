/**
 * The structure of every kind that a release serves: which fields there are, of which type, and
 * what the server adds ({@code defaults}). Custom resources have theirs from definitions ({@code
 * custom}) and JSON Schemas ({@code json}).
 *
 * <p>{@link foresail.schema.Schema} is the way in: it recognises an object and decodes it to
 * refusals and a tree with the defaults in it. {@link foresail.schema.Release} lists the releases;
 * their schemas are the lines of {@code schemas/kubernetes.txt} ({@code SchemaText}), which {@link
 * foresail.schema.SchemaImport} makes. Values are judged by {@code foresail.validation}, not here.
 */
package foresail.schema;
