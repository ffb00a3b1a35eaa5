import type { Send } from "./upload-queue.logic";

export class BrokenConnectionError extends Error {
  constructor() {
    super("The connection broke. Try again.");
  }
}

/** A server that closes an idle connection while a file sets out on it, or a short gap of the line. */
const pausesMs = [500, 2_000];

/** Sends again after a short pause when the connection breaks, twice at most. Whoever cancels meanwhile is not made to wait. */
export function sendPatiently(send: Send, pauses: readonly number[] = pausesMs): Send {
  return async (item, onShare, signal) => {
    for (const pause of pauses) {
      try {
        return await send(item, onShare, signal);
      } catch (error) {
        if (!(error instanceof BrokenConnectionError) || signal.aborted) throw error;
        await rest(pause, signal);
        onShare(0);
      }
    }
    return send(item, onShare, signal);
  };
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        reject(new Error("Cancelled."));
      },
      { once: true },
    );
  });
}
