import { TooLargeError } from "../errors";
import { UnreachableError } from "./errors";

export interface EgressLimits {
  /** Decoded bytes of the answer's body. */
  maxBytes: number;
  /** Until the answer's headers are there, over all redirects. */
  headersMs: number;
  /** Longest silence inside the body. */
  idleMs: number;
  /** From the first byte sent to the last byte read. */
  totalMs: number;
  maxRedirects: number;
}

/** Aborts one exchange when its time is up; `stop` must be called when it is over. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #timers = new Map<"headers" | "idle" | "total", NodeJS.Timeout>();
  readonly signal = this.#controller.signal;

  set(kind: "headers" | "idle" | "total", ms: number): void {
    clearTimeout(this.#timers.get(kind));
    if (!Number.isFinite(ms)) return;
    const timer = setTimeout(() => this.#controller.abort(new UnreachableError("timeout")), ms);
    timer.unref();
    this.#timers.set(kind, timer);
  }

  clear(kind: "headers" | "idle" | "total"): void {
    clearTimeout(this.#timers.get(kind));
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }
}

/** The body, cut off with an error when it grows too large or stays silent too long. Never buffers. */
export function limitedBody(
  body: ReadableStream<Uint8Array>,
  { maxBytes, idleMs }: EgressLimits,
  deadline: Deadline,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let bytes = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        deadline.set("idle", idleMs);
        try {
          const { done, value } = await reader.read();
          deadline.clear("idle");
          if (done) {
            deadline.stop();
            return controller.close();
          }
          bytes += value.byteLength;
          if (bytes > maxBytes) throw new TooLargeError(`The answer is larger than ${maxBytes} bytes.`);
          controller.enqueue(value);
        } catch (error) {
          deadline.stop();
          controller.error(deadline.signal.aborted ? deadline.signal.reason : error);
          await reader.cancel().catch(() => {});
        }
      },
      async cancel(reason) {
        deadline.stop();
        await reader.cancel(reason).catch(() => {});
      },
    },
    // No read before the consumer asks: its pace is the sender's pace.
    { highWaterMark: 0 },
  );
}
