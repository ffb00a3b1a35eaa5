import { JSONPathEnvironment, JSONPathError, type JSONValue } from "json-p3";
import { InvalidInputError } from "@/server/platform/errors";

const maxPathLength = 500;
/** Each `..` walks the whole value for each match of what stands before it. */
const maxDescents = 2;
/** Deeper values than any service answers; the walk is recursive. */
const maxDepth = 60;
const maxValues = 10_000;

const environment = new JSONPathEnvironment({ maxRecursionDepth: maxDepth });
// Patterns from outside can take for ever.
environment.functionRegister.delete("match");
environment.functionRegister.delete("search");

/**
 * The values that a JSONPath (RFC 9535, without `match` and `search`, at most two `..`) finds in a parsed answer, in order, the
 * first 10,000. Throws InvalidInputError when the path is none, or the value is nested too deeply for it.
 */
export function readJsonPath(json: unknown, path: string): unknown[] {
  if (path.length > maxPathLength || path.split("..").length - 1 > maxDescents)
    throw new InvalidInputError("This JSONPath is too long or goes down with `..` too often. Name the steps instead.");
  const values: unknown[] = [];
  try {
    for (const node of environment.lazyQuery(path, json as JSONValue)) {
      values.push(node.value);
      if (values.length >= maxValues) break;
    }
  } catch (cause) {
    if (!(cause instanceof JSONPathError)) throw cause;
    throw new InvalidInputError(`This JSONPath cannot be read: ${cause.message}.`, { cause });
  }
  return values;
}
