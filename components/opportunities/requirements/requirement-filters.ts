import { type RequirementKind, requirementKinds } from "@/lib/vocabulary/opportunities";
import type { Requirement } from "./requirement-types";

const none: readonly string[] = [];

/** What the address of the tab holds. */
export const requirementDefaults = {
  q: "",
  kinds: none,
  docs: none,
  must: "",
  unclear: false,
  changed: false,
  once: false,
  req: "",
};
export type RequirementState = typeof requirementDefaults;

type Filtered = Pick<
  Requirement,
  "text" | "leadIn" | "ref" | "label" | "section" | "kind" | "isMandatory" | "unclear"
> & {
  duplicateOf: object | null;
  document: { id: string } | null;
  citation: { freshness: string } | null;
};

/** What the filters leave, in the order of the list. The whole list is here already, so typing narrows it at once. */
export function filterRequirements<R extends Filtered>(requirements: readonly R[], state: RequirementState): R[] {
  const words = fold(state.q).split(/\s+/).filter(Boolean);
  const kinds = new Set(requirementKinds.filter((kind): kind is RequirementKind => state.kinds.includes(kind)));
  return requirements.filter((one) => {
    if (kinds.size > 0 && !kinds.has(one.kind)) return false;
    if (state.docs.length > 0 && !state.docs.includes(one.document?.id ?? "")) return false;
    if (state.must === "yes" && !one.isMandatory) return false;
    if (state.must === "no" && one.isMandatory) return false;
    if (state.unclear && one.unclear === null) return false;
    if (state.changed && (one.citation === null || one.citation.freshness === "current")) return false;
    if (state.once && one.duplicateOf !== null) return false;
    if (words.length === 0) return true;
    const text = fold([one.ref, one.label, one.leadIn, one.text, one.section].filter(Boolean).join(" "));
    return words.every((word) => text.includes(word));
  });
}

export function isNarrowed(state: RequirementState): boolean {
  return (
    state.q.trim() !== "" ||
    state.kinds.length > 0 ||
    state.docs.length > 0 ||
    state.must !== "" ||
    state.unclear ||
    state.changed ||
    state.once
  );
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
