/** Backup and restore of a whole installation: records as JSON lines, files by their storage keys, the installation's secret. */
export { backupTo } from "./backup-to";
export { restoreFrom } from "./restore-from";
