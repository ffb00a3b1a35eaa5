import { type EngineCore, inTransaction, withDeadline } from "./core";
import { isEnded, lockRuns } from "./runs";
import { resumeStep } from "./steps";

interface DueTimer {
  id: string;
  runId: string;
  stepId: string;
  kind: "sleep" | "timeout";
}

/** Ends sleeps that are over and waits whose time is up. Returns how many. */
export async function fireTimers(core: EngineCore, limit = 100): Promise<number> {
  const finding = core.sql<DueTimer[]>`
    select id, run_id as "runId", step_id as "stepId", kind from jobs.queue
    where kind <> 'call' and due_at <= now() order by due_at limit ${limit}`;
  const due = await withDeadline(finding);
  for (const timer of due) await fireTimer(core, timer);
  return due.length;
}

function fireTimer(core: EngineCore, timer: DueTimer): Promise<void> {
  return inTransaction(core.sql, async (tx) => {
    const [run] = await lockRuns(tx, [timer.runId]);
    // The row goes first: of several processes that saw it due, only one takes it away.
    const [taken] = await tx`delete from jobs.queue where id = ${timer.id} returning id`;
    if (!taken || !run || isEnded(run)) return;
    const [step] = await tx<{ op: string; name: string }[]>`
      select op, name from jobs.steps where run_id = ${run.id} and id = ${timer.stepId}`;
    const result = { id: timer.stepId, op: step?.op ?? "Sleep", name: step?.name ?? "", attempts: 1 };
    if (step?.op === "InvokeFunction") {
      const message = "Timed out waiting for invoked function to complete";
      await resumeStep(tx, run.id, { ...result, status: "failed", output: { error: { name: "Error", message } } });
    } else {
      await resumeStep(tx, run.id, { ...result, status: "done", output: null });
    }
  });
}
