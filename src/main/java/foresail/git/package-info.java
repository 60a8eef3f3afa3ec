/**
 * Asks the git program about older versions of files. It is started without a shell, reads only,
 * and asks nobody for a password.
 */
package foresail.git;
