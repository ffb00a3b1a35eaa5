import { z } from "zod";
import { isUuid, newId } from "@/lib/ids";
import { appRouter } from "../router";
import { accessTable } from "./access-table";
import { asCaller } from "./as-caller";

interface JsonSchema {
  type?: string;
  format?: string;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  additionalProperties?: unknown;
}

interface Definition {
  type: "query" | "mutation" | "subscription";
  inputs: z.ZodType[];
  output?: z.ZodType;
  meta?: { openapi?: { method: string; path: string }; isReading?: true };
}

export const procedures = Object.entries(appRouter._def.procedures).map(([path, procedure]) => ({
  path,
  ...(procedure as unknown as { _def: Definition })._def,
}));

export function schemaOf(type: z.ZodType, io: "input" | "output"): JsonSchema {
  return z.toJSONSchema(type, { io, unrepresentable: "any", reused: "inline" }) as JsonSchema;
}

/** An input that the procedure takes, with every property that can hold an id filled in, the optional ones too. */
export function inputWithIds(path: string): Record<string, unknown> {
  const type = procedures.find((procedure) => procedure.path === path)?.inputs[0];
  const input = { ...(accessTable[path]?.input?.({ target: newId() }) as Record<string, unknown> | undefined) };
  for (const [name, property] of Object.entries(type ? (schemaOf(type, "input").properties ?? {}) : {})) {
    const choices = property.anyOf ?? [property];
    if (choices.some(({ format }) => format === "uuid")) input[name] ??= newId();
    else if (choices.some(({ items }) => items?.format === "uuid")) input[name] ??= [newId()];
  }
  return input;
}

/** The same value with every id in it replaced by `id`. */
export function withIds(value: unknown, id: string): unknown {
  if (typeof value === "string") return isUuid(value) ? id : value;
  if (Array.isArray(value)) return value.map((item) => withIds(item, id));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withIds(item, id)]));
  }
  return value;
}

/** Calls a procedure by its path. A stream is let in or turned away at its first event, so that is asked for. */
export async function callProcedure(headers: Record<string, string>, path: string, input: unknown): Promise<unknown> {
  const caller = (await asCaller(headers)) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  const [domain = "", name = ""] = path.split(".");
  const reply = await caller[domain]?.[name]?.(input);
  if (reply && typeof reply === "object" && Symbol.asyncIterator in reply) {
    await (reply as AsyncIterable<unknown>)[Symbol.asyncIterator]().next();
  }
  return reply;
}

/** What calling it comes to: the reply, or the error as the caller is told it. */
export async function outcomeOf(headers: Record<string, string>, path: string, input: unknown): Promise<Outcome> {
  try {
    const reply = await callProcedure(headers, path, input);
    return { code: "ok", told: JSON.stringify(reply) ?? "" };
  } catch (error) {
    const cause = ((error as Error).cause ?? error) as { code?: string; message: string };
    const code = (error as { code?: string }).code ?? "";
    return { code: code === "INTERNAL_SERVER_ERROR" ? code : (cause.code ?? code), told: cause.message };
  }
}

export interface Outcome {
  code: string;
  told: string;
}

/**
 * The input with `value` in every place that can take one of its kind, or null where there is none. Ids, enumerations and formats keep
 * what they hold, or nothing would get past them.
 */
export function fillInput(
  path: string,
  input: Record<string, unknown>,
  value: unknown,
  fits: (type: string) => boolean,
): Record<string, unknown> | null {
  const type = procedures.find((procedure) => procedure.path === path)?.inputs[0];
  const filled = { ...input };
  let places = 0;
  for (const [name, property] of Object.entries(type ? (schemaOf(type, "input").properties ?? {}) : {})) {
    const choices = property.anyOf ?? [property];
    // What is coerced has no type of its own.
    if (!choices.some(({ type, format, enum: words }) => (!type || fits(type)) && format !== "uuid" && !words))
      continue;
    filled[name] = value;
    places++;
  }
  return places > 0 ? filled : null;
}
