/** CronJobs: a Job for each time that the schedule names. */
package foresail.simulation.controller.cronjob;
