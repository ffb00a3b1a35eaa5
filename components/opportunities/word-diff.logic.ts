import { diffWordsWithSpace } from "diff";

export interface DiffPart {
  op: "same" | "removed" | "added";
  text: string;
}

/** Below this share of words in common nobody reads one sentence in the other: both are shown whole. */
const leastInCommon = 0.3;

/** What went and what came, in runs that can be read: between two changed words a space is no reason to begin anew. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const parts = inRuns(diffWordsWithSpace(before, after));
  const same = lettersOf(parts.filter(({ op }) => op === "same"));
  const all = Math.max(before.length, after.length);
  if (before === "" || after === "" || same >= all * leastInCommon) return parts;
  return [
    { op: "removed", text: `${before.trimEnd()} ` },
    { op: "added", text: after },
  ];
}

function inRuns(changes: readonly { value: string; added?: boolean; removed?: boolean }[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let removed = "";
  let added = "";
  let space = "";
  function endRun() {
    if (removed) parts.push({ op: "removed", text: removed });
    if (added) parts.push({ op: "added", text: added });
    removed = "";
    added = "";
    if (space) parts.push({ op: "same", text: space });
    space = "";
  }
  for (const { value, added: isAdded, removed: isRemoved } of changes) {
    if (isAdded || isRemoved) {
      if (removed || added) {
        removed += space;
        added += space;
      } else if (space) parts.push({ op: "same", text: space });
      space = "";
      if (isAdded) added += value;
      else removed += value;
    } else if (value.trim() === "") {
      space += value;
    } else {
      endRun();
      parts.push({ op: "same", text: value });
    }
  }
  endRun();
  return parts;
}

function lettersOf(parts: readonly DiffPart[]): number {
  return parts.reduce((sum, { text }) => sum + text.trim().length, 0);
}
