import { CronExpressionParser } from "cron-parser";
import { readDueTime } from "./durations";
import { type Expression, parseExpression } from "./expression";
import type { ConcurrencyOption, EventPayload, FunctionConfig } from "./protocol";

/** A function as the engine works with it: everything that can be wrong with its configuration has been found. */
export interface JobFunction {
  id: string;
  url: string;
  maxAttempts: number;
  events: { name: string; condition: Expression | null }[];
  crons: string[];
  concurrency: { limit: number; key: Expression | null; scope: string }[];
  cancelOn: { event: string; condition: string | null; timeout: string | null }[];
  idempotency: Expression | null;
  priority: Expression | null;
}

/** The function asks for something that the embedded engine does not do: refused at start rather than ignored. */
export class UnsupportedFunctionError extends Error {
  override readonly name = "UnsupportedFunctionError";
}

const supported = new Set(["id", "name", "triggers", "steps", "concurrency", "cancel", "idempotency", "priority"]);
/** The server's own number where a function sets none: 4 retries. */
const defaultRetries = 4;
const maxRetries = 20;

/** Reads a registration. Throws UnsupportedFunctionError naming the function and each option that is not supported. */
export function readFunctions(configs: FunctionConfig[]): Map<string, JobFunction> {
  const complaints: string[] = [];
  const functions = new Map<string, JobFunction>();
  for (const config of configs) {
    const unknown = Object.keys(config).filter((key) => !supported.has(key));
    if (unknown.length > 0) {
      complaints.push(`${config.id}: ${unknown.join(", ")} is not supported by the embedded job engine`);
      continue;
    }
    try {
      functions.set(config.id, readFunction(config));
    } catch (error) {
      complaints.push(`${config.id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (complaints.length > 0) {
    throw new UnsupportedFunctionError(
      `${complaints.join("; ")}. Change the function, or set INNGEST_DEV or INNGEST_SIGNING_KEY to run it on an Inngest server.`,
    );
  }
  return functions;
}

function readFunction(config: FunctionConfig): JobFunction {
  const step = Object.values(config.steps)[0];
  if (!step) throw new Error("it has no step to call");
  const crons = config.triggers.flatMap(({ cron }) => (cron === undefined ? [] : [cron]));
  if (config.triggers.some(({ jitter }) => jitter)) throw new Error("cron jitter is not supported");
  for (const cron of crons) nextSlot(cron, new Date(0));
  return {
    id: config.id,
    url: step.runtime.url,
    maxAttempts: 1 + Math.min(step.retries?.attempts ?? defaultRetries, maxRetries),
    events: config.triggers.flatMap(({ event, expression }) =>
      event === undefined ? [] : [{ name: event, condition: expression ? parseExpression(expression) : null }],
    ),
    crons,
    concurrency: readConcurrency(config.concurrency),
    cancelOn: (config.cancel ?? []).map((cancel) => {
      if (cancel.if) parseExpression(cancel.if);
      if (cancel.timeout) readDueTime(cancel.timeout);
      return { event: cancel.event, condition: cancel.if ?? null, timeout: cancel.timeout ?? null };
    }),
    idempotency: config.idempotency ? parseExpression(config.idempotency) : null,
    priority: config.priority?.run ? parseExpression(config.priority.run) : null,
  };
}

function readConcurrency(option: FunctionConfig["concurrency"]): JobFunction["concurrency"] {
  if (option === undefined) return [];
  const list: ConcurrencyOption[] =
    typeof option === "number" ? [{ limit: option }] : Array.isArray(option) ? option : [option];
  if (list.length > 2) throw new Error("more than two concurrency limits");
  return list
    .filter(({ limit }) => limit > 0)
    .map(({ limit, key, scope }) => ({ limit, key: key ? parseExpression(key) : null, scope: scope ?? "fn" }));
}

/** The queue keys of one run and how many calls may hold each at once. */
export function concurrencyOf(fn: JobFunction, event: EventPayload): { keys: string[]; limits: number[] } {
  const keys = fn.concurrency.map(({ key, scope }) => {
    const owner = scope === "fn" ? fn.id : scope;
    return key ? `${owner}:${JSON.stringify(key.evaluate({ event }))}` : owner;
  });
  return { keys, limits: fn.concurrency.map(({ limit }) => limit) };
}

/** Seconds by which a run goes ahead of (positive) or behind its time of arrival, at most 600. */
export function priorityOf(fn: JobFunction, event: EventPayload): number {
  const seconds = Number(fn.priority?.evaluate({ event }) ?? 0);
  return Number.isFinite(seconds) ? Math.max(-600, Math.min(600, seconds)) : 0;
}

export function isTriggeredBy(fn: JobFunction, event: EventPayload): boolean {
  return fn.events.some(({ name, condition }) => {
    const isNamed = name.endsWith("*") ? event.name.startsWith(name.slice(0, -1)) : event.name === name;
    return isNamed && (condition === null || condition.evaluate({ event }) === true);
  });
}

/**
 * The first moment after `after` at which a schedule is due; it may begin with `TZ=Area/City `. Seconds are refused:
 * an Inngest server does so too (seen on its dev server), and the same functions must run on both.
 */
export function nextSlot(cron: string, after: Date): Date {
  const [, tz = "UTC", spec = cron] = /^TZ=(\S+)\s+(.+)$/.exec(cron) ?? [];
  if (spec.trim().split(/\s+/).length !== 5) throw new Error(`the schedule “${cron}” needs five fields, minutes first`);
  return CronExpressionParser.parse(spec, { currentDate: after, tz }).next().toDate();
}
