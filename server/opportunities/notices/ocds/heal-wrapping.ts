import { asObject } from "../json-values";

/**
 * Some files were wrapped and indented as if they were prose, which leaves a run of blanks inside names ("ur    l") and values. No name of
 * the standard has blanks: where one has, the same run is taken out of the whole object.
 */
export function healWrapping(value: unknown): unknown {
  const run = findRun(value);
  return run ? without(value, run) : value;
}

function findRun(value: unknown): string | null {
  if (Array.isArray(value)) {
    for (const item of value) {
      const run = findRun(item);
      if (run) return run;
    }
    return null;
  }
  for (const [name, inner] of Object.entries(asObject(value) ?? {})) {
    const run = / {2,}/.exec(name)?.[0] ?? findRun(inner) ?? findSplitCode(inner);
    if (run) return run;
  }
  return null;
}

/** An identifier in two pieces ("oc    ds-x1"). */
function findSplitCode(value: unknown): string | null {
  return typeof value === "string" ? (/^[\w-]{1,12}( {2,8})[\w-]+-[\w-]+$/.exec(value)?.[1] ?? null) : null;
}

function without(value: unknown, run: string): unknown {
  if (typeof value === "string") return value.replace(run, "");
  if (Array.isArray(value)) return value.map((item) => without(item, run));
  const object = asObject(value);
  if (!object) return value;
  return Object.fromEntries(
    Object.entries(object).map(([name, inner]) => [name.replace(run, "").trim(), without(inner, run)]),
  );
}
