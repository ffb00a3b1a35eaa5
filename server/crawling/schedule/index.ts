/** When something is due again: intervals, cron, time zones, quiet hours. Pure. */
export { nextRun, type Schedule } from "./next-run";
