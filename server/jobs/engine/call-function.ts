import type { ClaimedItem } from "./claim";
import type { JobFunction } from "./function-config";
import { type CallOutcome, readOutcome } from "./protocol";

export interface ServeHandler {
  POST(request: Request): Promise<Response>;
  PUT(request: Request): Promise<Response>;
}

/** Calls the SDK's handler in process with one claimed item and reads its answer. Never throws. */
export async function callFunction(
  handler: ServeHandler,
  fn: JobFunction,
  item: ClaimedItem,
  timeoutMs: number,
): Promise<CallOutcome> {
  const url = new URL(fn.url);
  url.searchParams.set("fnId", fn.id);
  url.searchParams.set("stepId", item.stepId ?? "step");
  const request = new Request(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-inngest-generation-id": String(item.generation),
      "x-inngest-job-id": item.id,
      "x-request-id": `${item.id}#${item.generation}`,
      "x-run-id": item.runId,
      "x-inngest-server-kind": "dev",
    },
    body: JSON.stringify(callBody(fn, item)),
  });
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_fulfil, reject) => {
    timer = setTimeout(() => reject(new Error(`the call took longer than ${timeoutMs / 1000} s`)), timeoutMs);
    timer.unref();
  });
  try {
    const response = await Promise.race([handler.POST(request), tooLong]);
    return await readOutcome(response, Date.now());
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return {
      kind: "rejected",
      error: { name, message, ...(stack ? { stack } : {}) },
      isRetriable: true,
      retryAfterMs: null,
    };
  } finally {
    clearTimeout(timer);
  }
}

function callBody(fn: JobFunction, item: ClaimedItem) {
  return {
    version: 2,
    event: item.events[0],
    events: item.events,
    steps: item.steps,
    ctx: {
      run_id: item.runId,
      fn_id: fn.id,
      attempt: item.attempt,
      max_attempts: fn.maxAttempts,
      disable_immediate_execution: item.isPlanned,
      use_api: false,
      qi_id: item.id,
      generation_id: item.generation,
      stack: { stack: item.stack, current: item.stack.length },
    },
  };
}
