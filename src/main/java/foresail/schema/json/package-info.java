/** JSON Schemas: those of custom resource definitions, and those that users bring in files. */
package foresail.schema.json;
