/** Reports and predictions in the formats that people and programs read; one class a format. */
package foresail.output;
