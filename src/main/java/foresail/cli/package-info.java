/** Commands and exit statuses; the only package that prints, exits, or reads the clock. */
package foresail.cli;
