import type { z } from "zod";
import { createObjectScanner } from "./scan-objects";

export type Parsed<T> = { value: T; problem: null } | { value: null; problem: string };

/**
 * Reads a reply as the schema's value: as it stands, else out of fences or words around it. The problem is written for the
 * model that is asked again, so it quotes nothing of the data.
 */
export function parseStructured<T>(text: string, schema: z.ZodType<T>): Parsed<T> {
  const candidates = [...parseWhole(text.trim()), ...createObjectScanner()(text).reverse()];
  let problem = "it is not JSON";
  for (const candidate of candidates) {
    const parsed = schema.safeParse(candidate);
    if (parsed.success) return { value: parsed.data, problem: null };
    if (problem === "it is not JSON") problem = describe(parsed.error);
  }
  return { value: null, problem };
}

function parseWhole(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

const mostIssues = 5;

function describe(error: z.ZodError): string {
  return error.issues
    .slice(0, mostIssues)
    .map((issue) => `${issue.path.join(".") || "the whole"}: ${issue.message}`)
    .join("; ");
}
