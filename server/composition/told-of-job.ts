import { isUuid } from "@/lib/ids";
import { recordAudit } from "@/server/platform/audit";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

interface Job {
  functionId: string;
  /** What the event that started it is about: ids by name. */
  about: Record<string, unknown> | null;
}

/** Where events say what they are about; the nearest thing first. */
const subjectKeys = ["documentId", "queryId", "opportunityId", "sourceId"];

/** The thing that a job is about, or null where it has none. */
export function subjectOf({ about }: Pick<Job, "about">): { key: string; id: string } | null {
  for (const key of subjectKeys) {
    const id = about?.[key];
    if (typeof id === "string" && isUuid(id)) return { key, id };
  }
  return null;
}

/** Which job somebody did something to, and what it is about: a job's own id says nothing once the job is tidied away. */
export async function auditJob(
  ctx: WorkspaceContext,
  input: { action: "job.replay" | "job.cancel"; subjectId: string; job: Job },
): Promise<void> {
  const { action, subjectId, job } = input;
  const subject = subjectOf(job);
  const detail = { job: job.functionId, ...(subject ? { [subject.key]: subject.id } : {}) };
  await inWorkspace(ctx, (tx) => recordAudit(tx, ctx, { action, subjectId, detail }));
}
