import { asObject, type JsonObject } from "../json-values";
import type { NoticeChange } from "../notice-facts";

const mostChanges = 60;
const longestValue = 300;
/** What every release says anew. */
const ownToEach = new Set(["id", "date", "tag"]);

/** What a release changes in what was known of its procedure: the values by their path, in the words of the standard. */
export function releaseChanges(before: JsonObject, after: JsonObject): NoticeChange[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const paths = new Set([...old.keys(), ...now.keys()]);
  const changes: NoticeChange[] = [];
  for (const what of paths) {
    if (changes.length >= mostChanges) break;
    const [was, is] = [old.get(what) ?? null, now.get(what) ?? null];
    if (was !== is) changes.push({ what, before: was, after: is });
  }
  return changes;
}

function leavesOf(release: JsonObject): Map<string, string> {
  const leaves = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (Array.isArray(value)) {
      value.forEach((item, at) => {
        const id = asObject(item)?.id;
        walk(item, `${path}[${typeof id === "string" || typeof id === "number" ? id : at}]`);
      });
      return;
    }
    const object = asObject(value);
    if (object) {
      for (const [name, inner] of Object.entries(object)) {
        if (path === "" && ownToEach.has(name)) continue;
        walk(inner, path === "" ? name : `${path}.${name}`);
      }
    } else if (value !== null && value !== undefined) leaves.set(path, String(value).slice(0, longestValue));
  };
  walk(release, "");
  return leaves;
}
