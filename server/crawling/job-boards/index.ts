/** Reads the job boards whose platforms publish them as JSON: Greenhouse, Lever, Ashby. */
export type { Job, JobBoard, JobBoardPlatform } from "./job-board";
export { type JobBoardAddress, jobBoardAddress } from "./job-board-address";
export { readJobBoard } from "./read-job-board";
