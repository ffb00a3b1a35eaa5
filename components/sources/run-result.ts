import type { RunView } from "./source-types";
import { count } from "./source-words";

/** What a run brought, in a few words: "3 new, 1 changed, 2 problems"; "nothing new" when all was as before. */
export function runResult({ counts, status }: Pick<RunView, "counts" | "status">): string {
  const problems = problemsOf(counts);
  const parts = [
    counts.new > 0 ? `${counts.new.toLocaleString("en")} new` : "",
    counts.changed > 0 ? `${counts.changed.toLocaleString("en")} changed` : "",
    counts.gone > 0 ? `${counts.gone.toLocaleString("en")} gone` : "",
    problems > 0 ? count(problems, "problem") : "",
  ].filter(Boolean);
  if (parts.length > 0) return parts.join(", ");
  if (status === "queued") return "not begun";
  if (status === "running") return "nothing new so far";
  return counts.same > 0 ? "nothing new" : "nothing read";
}

/** Pages that did not come, and pages that came but cannot be believed. */
export function problemsOf(counts: Pick<RunView["counts"], "failed" | "unhealthy">): number {
  return counts.failed + counts.unhealthy;
}

export function isLive(run: Pick<RunView, "status"> | null | undefined): boolean {
  return run?.status === "queued" || run?.status === "running";
}

/** "42 s", "3 min 5 s", "1 h 12 min"; null while it has not begun. `nowMs` counts for a run that goes on. */
export function runDuration(run: Pick<RunView, "startedAt" | "finishedAt">, nowMs: number): string | null {
  if (!run.startedAt) return null;
  const endMs = run.finishedAt ? new Date(run.finishedAt).getTime() : nowMs;
  const seconds = Math.max(0, Math.round((endMs - new Date(run.startedAt).getTime()) / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}
