import { newId } from "@/lib/ids";
import { ConflictError, NotFoundError } from "@/server/platform/errors";
import { type EngineCore, inTransaction, type Tx } from "./core";
import { cancelLockedRun } from "./end-run";
import type { EventPayload } from "./protocol";
import { createRuns, isEnded, lockRuns } from "./runs";

/** Ends a run now. Returns false when it had ended already. Throws NotFoundError. */
export async function cancelRun(core: EngineCore, runId: string): Promise<boolean> {
  return inTransaction(core.sql, async (tx) => {
    const [run] = await lockRuns(tx, [runId]);
    if (!run) throw new NotFoundError("run");
    if (isEnded(run)) return false;
    await cancelLockedRun(core, tx, run);
    return true;
  });
}

interface LetterRow {
  functionId: string;
  runId: string;
  replayRunId: string | null;
  events: EventPayload[];
}

/**
 * Starts a failed run again under a new id and returns that. Steps that had finished are kept and not run again; with
 * `fromStart` none are. A letter is replayed once: asking again returns the same run. Throws NotFoundError, and
 * ConflictError when this version of the app no longer has the function.
 */
export async function replayDeadLetter(core: EngineCore, id: string, fromStart = false): Promise<string> {
  const runId = await inTransaction(core.sql, async (tx) => {
    const [letter] = await tx<LetterRow[]>`
      select d.function_id as "functionId", d.run_id as "runId", d.replay_run_id as "replayRunId", r.events
      from jobs.dead_letters d join jobs.runs r on r.id = d.run_id where d.id = ${id} for update of d`;
    if (!letter) throw new NotFoundError("dead letter");
    if (letter.replayRunId) return letter.replayRunId;
    const made = await startAgain(core, tx, id, letter, fromStart);
    await tx`update jobs.dead_letters set replayed_at = now(), replay_run_id = ${made} where id = ${id}`;
    return made;
  });
  core.wake();
  return runId;
}

async function startAgain(
  core: EngineCore,
  tx: Tx,
  id: string,
  letter: LetterRow,
  fromStart: boolean,
): Promise<string> {
  const fn = core.functions.get(letter.functionId);
  const [event] = letter.events;
  if (!fn || !event) throw new ConflictError("This version of the app no longer has the job that failed.");
  const runId = newId();
  await createRuns(core, tx, [{ fn, event, runId, idempotencyKey: `replay:${id}` }]);
  if (!fromStart) {
    await tx`
      insert into jobs.steps (run_id, id, op, name, status, is_race, seq, output, attempts, created_at, ended_at)
      select ${runId}, id, op, name, status, is_race, seq, output, attempts, created_at, ended_at
      from jobs.steps where run_id = ${letter.runId} and status = 'done'`;
  }
  return runId;
}

/** Puts off nothing: a call that waits for its next attempt is made now. Returns how many were. Throws NotFoundError. */
export async function retryNow(core: EngineCore, runId: string): Promise<number> {
  const moved = await inTransaction(core.sql, async (tx) => {
    const [run] = await lockRuns(tx, [runId]);
    if (!run) throw new NotFoundError("run");
    return tx`
      update jobs.queue set due_at = now()
      where run_id = ${runId} and kind = 'call' and leased_until is null and due_at > now() returning id`;
  });
  core.wake();
  return moved.length;
}
