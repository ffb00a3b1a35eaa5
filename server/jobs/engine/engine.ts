import { applyOutcome } from "./apply-outcome";
import { callFunction, type ServeHandler } from "./call-function";
import { type ClaimedItem, claim, extendLeases, releaseExpired, releaseOwn } from "./claim";
import { databaseCode, type EngineCore } from "./core";
import type { JobFunction } from "./function-config";
import { takeOutbox } from "./outbox-intake";
import type { CallOutcome } from "./protocol";
import { prune } from "./prune";
import { fireSchedules } from "./schedules";
import { fireTimers } from "./timers";

export interface EngineLimits {
  /** Calls that this process makes at once. */
  maxConcurrent: number;
  /** How often timers, schedules and other processes' work are looked for (ms). Own work is taken at once. */
  pollMs: number;
  /** One call may take this long (ms). */
  callTimeoutMs: number;
  /** Ended runs and events are kept this long (days). */
  retentionDays: number;
  /** The outbox of `announce` is read. Off where the tables of the product are not there. */
  readsOutbox: boolean;
  around: <T>(functionId: string, call: () => Promise<T>) => Promise<T>;
}

const pruneEveryMs = 3_600_000;
const rememberedShares = 500;
/** As long as the SDK chains steps within one call. */
const turnMs = 10_000;

/** The loop of one process: takes events in, fires what is due, claims calls, makes them and applies their answers. */
export class EngineLoop {
  private readonly active = new Map<string, Promise<void>>();
  private readonly leased = new Set<string>();
  private served: string[] = [];
  private isRunning = false;
  private isOutboxDirty = true;
  private isClaimDirty = true;
  private wakeUp: (() => void) | null = null;
  private loop: Promise<void> | null = null;
  private heartbeat: NodeJS.Timeout | null = null;
  private nextPruneAt = 0;
  private nextTickAt = 0;

  constructor(
    private readonly core: EngineCore,
    private readonly handler: ServeHandler,
    private readonly limits: EngineLimits,
  ) {}

  start(): void {
    this.isRunning = true;
    this.nextPruneAt = Date.now() + 60_000;
    this.loop = this.run();
    this.heartbeat = setInterval(() => void this.beat(), this.core.leaseMs / 3);
    this.heartbeat.unref();
  }

  /** Something was announced or sent by somebody in this process. */
  wake(): void {
    this.isOutboxDirty = true;
    this.wakeClaim();
  }

  get activeCount(): number {
    return this.active.size;
  }

  /** Claims nothing more, waits for what runs, and gives the rest back, so that others take it over at once. */
  async stop(timeoutMs: number): Promise<void> {
    this.isRunning = false;
    this.wakeClaim();
    await this.loop;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((fulfil) => {
      timer = setTimeout(fulfil, timeoutMs);
    });
    await Promise.race([Promise.all(this.active.values()), patience]);
    clearTimeout(timer);
    if (this.heartbeat) clearInterval(this.heartbeat);
    await releaseOwn(this.core).catch((error) =>
      this.core.logger.warn({ err: error }, "job leases were not given back"),
    );
  }

  private wakeClaim(): void {
    this.isClaimDirty = true;
    this.wakeUp?.();
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (this.isRunning) {
      try {
        await this.pass();
        failures = 0;
      } catch (error) {
        failures++;
        this.core.logger.error({ err: error }, "the job engine cannot reach its records; it tries again");
      }
      if (failures > 0) await this.rest(Math.min(5000, this.limits.pollMs * 2 ** Math.min(failures, 5)));
      else if (!this.hasWork()) await this.rest(Math.max(1, this.nextTickAt - Date.now()));
    }
  }

  private hasWork(): boolean {
    return this.isOutboxDirty || (this.isClaimDirty && this.active.size < this.limits.maxConcurrent);
  }

  private async pass(): Promise<void> {
    if (Date.now() >= this.nextTickAt) {
      this.nextTickAt = Date.now() + this.limits.pollMs;
      this.isOutboxDirty = true;
      this.isClaimDirty = true;
      await fireTimers(this.core);
      await fireSchedules(this.core);
      await releaseExpired(this.core);
      await this.pruneNowAndThen();
    }
    if (this.isOutboxDirty) {
      this.isOutboxDirty = false;
      const batch = 200;
      if (this.limits.readsOutbox && (await takeOutbox(this.core, batch)) === batch) this.isOutboxDirty = true;
      this.isClaimDirty = true;
    }
    if (this.isClaimDirty && this.active.size < this.limits.maxConcurrent) await this.claimOnce();
  }

  private async claimOnce(): Promise<void> {
    this.isClaimDirty = false;
    const items = await claim(this.core, this.limits.maxConcurrent - this.active.size, this.served);
    // Limits are counted before the batch, so some that fit may have been left.
    if (items.some(({ due }) => due > items.length)) this.isClaimDirty = true;
    for (const item of items) {
      this.served = [...this.served.filter((key) => key !== item.shareKey), item.shareKey].slice(-rememberedShares);
      const work = this.work(item).finally(() => {
        this.active.delete(item.id);
        this.wakeClaim();
      });
      this.active.set(item.id, work);
    }
  }

  /** Makes a call and those of the same run that follow it, until its turn is over: others may be waiting. */
  private async work(first: ClaimedItem): Promise<void> {
    const fn = this.core.functions.get(first.functionId);
    const turnEndsAt = Date.now() + turnMs;
    let item: ClaimedItem | null = first;
    while (item) {
      this.leased.add(item.id);
      const current: ClaimedItem = item;
      const outcome = fn
        ? await this.limits.around(fn.id, () => callFunction(this.handler, fn, current, this.limits.callTimeoutMs))
        : unknownFunction(current.functionId);
      const mayGoOn = this.isRunning && Date.now() < turnEndsAt;
      item = await this.settle(fn ?? missingFunction(current.functionId), current, outcome, mayGoOn);
      this.leased.delete(current.id);
    }
  }

  /** Applies an answer, for as long as it takes the database to come back; an answer that cannot be stored fails the attempt. */
  private async settle(
    fn: JobFunction,
    item: ClaimedItem,
    outcome: CallOutcome,
    mayGoOn: boolean,
  ): Promise<ClaimedItem | null> {
    let current = outcome;
    for (let attempt = 0; ; attempt++) {
      try {
        const { next } = await applyOutcome(this.core, fn, item, current, mayGoOn);
        return next;
      } catch (error) {
        const isUnstorable = isOwnFault(error) && current === outcome;
        this.core.logger.error({ err: error, runId: item.runId, functionId: fn.id }, "a job's answer was not saved");
        if (isUnstorable) current = unstorable(error);
        else if (attempt > 8) return null;
        else await sleep(Math.min(10_000, 100 * 2 ** attempt));
      }
    }
  }

  private async beat(): Promise<void> {
    try {
      await extendLeases(this.core, [...this.leased]);
    } catch (error) {
      this.core.logger.warn({ err: error }, "job leases were not extended");
    }
  }

  private async pruneNowAndThen(): Promise<void> {
    if (Date.now() < this.nextPruneAt) return;
    this.nextPruneAt = Date.now() + pruneEveryMs;
    await prune(this.core, this.limits.retentionDays);
  }

  private rest(ms: number): Promise<void> {
    return new Promise<void>((fulfil) => {
      const timer = setTimeout(done, ms);
      const wake = () => done();
      this.wakeUp = wake;
      function done() {
        clearTimeout(timer);
        fulfil();
      }
    }).then(() => {
      this.wakeUp = null;
    });
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((fulfil) => setTimeout(fulfil, ms));
}

/** The value or expression is at fault, not the connection: trying the same again cannot help. */
function isOwnFault(error: unknown): boolean {
  const code = databaseCode(error);
  return /^(22|23|54)/.test(code) || (code === "" && error instanceof Error);
}

function unstorable(error: unknown): CallOutcome {
  const message = error instanceof Error ? error.message : String(error);
  return {
    kind: "rejected",
    error: { name: "UnstorableAnswerError", message },
    isRetriable: false,
    retryAfterMs: null,
  };
}

function unknownFunction(id: string): CallOutcome {
  const error = { name: "UnknownFunctionError", message: `function "${id}" is not part of this version of the app` };
  return { kind: "rejected", error, isRetriable: true, retryAfterMs: null };
}

/** Another process may still know the function while versions are rolled over, so its runs are given some attempts. */
function missingFunction(id: string): JobFunction {
  const none = { events: [], crons: [], concurrency: [], cancelOn: [], idempotency: null, priority: null };
  return { id, url: "", maxAttempts: 5, ...none };
}
