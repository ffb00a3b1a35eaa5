export const jobBoardPlatforms = ["greenhouse", "lever", "ashby"] as const;
export type JobBoardPlatform = (typeof jobBoardPlatforms)[number];

export interface JobBoard {
  platform: JobBoardPlatform;
  /** What the platform calls the company: a name where the answer has one, else the word in the addresses. Null when nothing tells. */
  company: string | null;
  jobs: Job[];
}

export interface Job {
  id: string;
  title: string;
  /** The page for applicants. */
  url: string | null;
  location: string | null;
  department: string | null;
  /** ISO 8601. Lever and Ashby state only when it was published. */
  updatedAt: string | null;
  /** The description, plain; "" where the answer leaves it out. */
  text: string;
}

export const mostJobs = 5000;
