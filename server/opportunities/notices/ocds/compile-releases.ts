import { asObject, type JsonObject } from "../json-values";

/** Lists that the release schema 1.1 replaces whole (`wholeListMerge`), by the name of their field. */
const replacedWhole = new Set(["additionalClassifications", "suppliers", "tenderers", "changes", "roles"]);

/**
 * One release that says what all releases of a procedure up to here say, by the merge rules of OCDS 1.1
 * (standard.open-contracting.org, "Merging"): releases in the order of their dates; a later value replaces an earlier one; null removes;
 * objects are merged field by field; lists whose objects have an `id` are merged by it, an object without one is added; other lists are
 * replaced whole. `id`, `date` and `tag` are those of the merged release.
 */
export function mergeRelease(compiled: JsonObject, release: JsonObject): JsonObject {
  const merged = mergeObjects(compiled, release);
  return {
    ...merged,
    tag: ["compiled"],
    id: `${String(release.ocid ?? compiled.ocid)}-${String(release.date ?? compiled.date ?? "")}`,
  };
}

/** In the order in which they apply. Of equal or unknown dates the order given stands. */
export function inDateOrder(releases: readonly JsonObject[]): JsonObject[] {
  const time = (release: JsonObject) => {
    const parsed = typeof release.date === "string" ? Date.parse(release.date) : Number.NaN;
    return Number.isNaN(parsed) ? null : parsed;
  };
  return [...releases].sort((one, other) => {
    const [a, b] = [time(one), time(other)];
    return a === null || b === null ? 0 : a - b;
  });
}

function mergeObjects(before: JsonObject, after: JsonObject): JsonObject {
  const merged: JsonObject = { ...before };
  for (const [name, value] of Object.entries(after)) {
    if (value === null) {
      delete merged[name];
      continue;
    }
    merged[name] = mergeValue(name, Object.hasOwn(before, name) ? before[name] : undefined, value);
  }
  return merged;
}

function mergeValue(name: string, before: unknown, after: unknown): unknown {
  if (Array.isArray(after)) return mergeLists(name, Array.isArray(before) ? before : [], after);
  const object = asObject(after);
  return object ? mergeObjects(asObject(before) ?? {}, object) : after;
}

function mergeLists(name: string, before: unknown[], after: unknown[]): unknown[] {
  const isMerged = !replacedWhole.has(name) && [...before, ...after].some((item) => idOf(item) !== null);
  if (!isMerged) return after.map(withoutNulls);
  const merged = new Map<string, unknown>();
  const put = (item: unknown, place: string) => {
    const id = idOf(item);
    const key = id === null ? place : `id ${id}`;
    const known = asObject(merged.get(key));
    const object = asObject(item);
    merged.set(key, object ? mergeObjects(known ?? {}, object) : item);
  };
  before.forEach((item, at) => {
    put(item, `before ${at}`);
  });
  after.forEach((item, at) => {
    put(item, `after ${at}`);
  });
  return [...merged.values()];
}

function withoutNulls(value: unknown): unknown {
  const object = asObject(value);
  return object ? mergeObjects({}, object) : value;
}

function idOf(item: unknown): string | null {
  const id = asObject(item)?.id;
  return typeof id === "string" || typeof id === "number" ? String(id) : null;
}
