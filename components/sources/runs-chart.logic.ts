import { problemsOf } from "./run-result";
import type { RunView } from "./source-types";

interface RunBar {
  id: string;
  /** 0 to 1 of the tallest; the parts stand on each other. */
  parts: { same: number; fresh: number; problems: number };
  pages: number;
  fresh: number;
  problems: number;
  isFailed: boolean;
}

/** One bar for each run, oldest first. Fresh: new, changed or gone. */
export function barsOfRuns(runs: readonly Pick<RunView, "id" | "status" | "counts">[]): RunBar[] {
  const sums = runs.map(({ counts }) => {
    const fresh = counts.new + counts.changed + counts.gone;
    return { fresh, problems: problemsOf(counts), same: counts.same };
  });
  const tallest = Math.max(1, ...sums.map(({ fresh, problems, same }) => fresh + problems + same));
  return runs
    .map((run, index) => {
      const { fresh, problems, same } = sums[index] ?? { fresh: 0, problems: 0, same: 0 };
      return {
        id: run.id,
        parts: { same: same / tallest, fresh: fresh / tallest, problems: problems / tallest },
        pages: run.counts.pages,
        fresh,
        problems,
        isFailed: run.status === "failed",
      };
    })
    .reverse();
}

/** What the picture says, in a sentence: its title. */
export function runsFinding(runs: readonly Pick<RunView, "status" | "counts">[]): string {
  const ended = runs.filter(({ status }) => status === "finished" || status === "failed");
  if (ended.length === 0) return "No run has ended yet";
  const failed = ended.filter(({ status }) => status === "failed").length;
  const changed = ended.filter(({ counts }) => counts.changed + counts.gone > 0).length;
  const health = failed === 0 ? "all went well" : `${failed} failed`;
  const news = changed === 0 ? "none found a change" : `${changed} found changes`;
  return ended.length === 1
    ? `One run: ${failed ? "it failed" : "it went well"}`
    : `Of the last ${ended.length} runs ${health}, ${news}`;
}
