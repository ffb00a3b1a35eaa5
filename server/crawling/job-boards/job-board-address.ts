import type { JobBoardPlatform } from "./job-board";

export interface JobBoardAddress {
  platform: JobBoardPlatform;
  /** The word that names the company in the platform's addresses. */
  company: string;
  /** Where the platform answers all jobs as JSON, with their texts. */
  apiUrl: string;
}

/** The job board that an address of one of the platforms belongs to: its page, a job's page, what pages embed, the API itself. */
export function jobBoardAddress(address: string): JobBoardAddress | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const path = url.pathname.split("/").filter(Boolean).map(decode);
  const host = url.hostname;
  if (/^(boards|job-boards|boards-api)(\.eu)?\.greenhouse\.io$/.test(host)) {
    const at = path.indexOf("boards");
    const company =
      path[0] === "embed" ? url.searchParams.get("for") : path[0] === "v1" ? (at < 0 ? null : path[at + 1]) : path[0];
    return board(
      "greenhouse",
      company,
      (name) => `https://boards-api.greenhouse.io/v1/boards/${name}/jobs?content=true`,
    );
  }
  const lever = /^(jobs|api)(\.eu)?\.lever\.co$/.exec(host);
  if (lever) {
    const company = lever[1] === "jobs" ? path[0] : path[0] === "v0" && path[1] === "postings" ? path[2] : null;
    return board("lever", company, (name) => `https://api${lever[2] ?? ""}.lever.co/v0/postings/${name}?mode=json`);
  }
  if (host === "jobs.ashbyhq.com" || host === "api.ashbyhq.com") {
    const company = host.startsWith("jobs")
      ? path[0]
      : path[0] === "posting-api" && path[1] === "job-board"
        ? path[2]
        : null;
    return board("ashby", company, (name) => `https://api.ashbyhq.com/posting-api/job-board/${name}`);
  }
  return null;
}

function board(
  platform: JobBoardPlatform,
  company: string | null | undefined,
  apiUrl: (name: string) => string,
): JobBoardAddress | null {
  if (!company || company.length > 100) return null;
  return { platform, company, apiUrl: apiUrl(encodeURIComponent(company)) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
