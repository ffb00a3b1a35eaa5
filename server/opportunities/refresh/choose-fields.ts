import type { OpportunityField } from "@/drizzle/schema";
import { type AssertionOrigin, singleFields } from "@/lib/vocabulary/opportunities";

/** What a person entered goes before all; a structured notice is surer than a reading of text. */
const rank: Record<AssertionOrigin, number> = { person: 0, notice: 1, model: 2, document: 3 };

type Candidate = Pick<OpportunityField, "id" | "name" | "origin" | "position" | "isChosen" | "chosenBy" | "createdAt">;

/** Which statement of each single-valued field is chosen: the one that a person chose, else the surest. Fields with many values keep all. */
export function chooseFields<T extends Candidate>(fields: readonly T[]): Set<string> {
  const chosen = new Set<string>();
  const best = new Map<string, T>();
  for (const field of fields) {
    if (!singleFields.includes(field.name)) {
      chosen.add(field.id);
      continue;
    }
    const known = best.get(field.name);
    if (!known || isBetter(field, known)) best.set(field.name, field);
  }
  for (const field of best.values()) chosen.add(field.id);
  return chosen;
}

function isBetter(a: Candidate, b: Candidate): boolean {
  const order =
    Number(b.chosenBy !== null) - Number(a.chosenBy !== null) ||
    rank[b.origin] - rank[a.origin] ||
    b.position - a.position ||
    // Of equals the newer publication holds.
    a.createdAt.getTime() - b.createdAt.getTime();
  return order > 0;
}
