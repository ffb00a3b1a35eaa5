import type { EngineCore, Tx } from "./core";
import type { EventPayload, Operation } from "./protocol";
import { createRuns, insertPauses, type LockedRun } from "./runs";
import { resumeStep } from "./steps";

/** Starts exactly the function that a step invokes; the run goes on when that one has ended, or at the timeout. */
export async function planInvocation(core: EngineCore, tx: Tx, run: LockedRun, op: Operation): Promise<void> {
  const functionId = op.opts?.function_id ?? "";
  const fn = core.functions.get(functionId);
  if (!fn) {
    const error = { name: "Error", message: `could not find function with ID: ${functionId}` };
    const result = { id: op.id, op: op.op, name: op.displayName ?? functionId, attempts: 1 };
    await resumeStep(tx, run.id, { ...result, status: "failed", output: { error } });
    return;
  }
  const correlationId = `${run.id}.${op.id}`;
  const { data, v, meta } = op.opts?.payload ?? {};
  const event: EventPayload = {
    id: `invoked:${correlationId}`,
    name: "inngest/function.invoked",
    data: { ...data, _inngest: { correlation_id: correlationId, fn_id: functionId } },
    ts: Date.now(),
    ...(v === undefined ? {} : { v }),
    ...(meta === undefined ? {} : { meta }),
  };
  const pause = { id: `${run.id}:invoke:${op.id}`, runId: run.id, stepId: op.id, kind: "invoke" as const, event };
  await insertPauses(tx, [{ ...pause, eventName: null, expression: null, timeout: op.opts?.timeout ?? null }]);
  // Capacity goes by the invoking run's share, whatever the payload says.
  const asInvoker = { ...core, shareKeyOf: () => run.shareKey };
  await createRuns(asInvoker, tx, [{ fn, event, correlationId, idempotencyKey: `invoked:${correlationId}` }]);
}
