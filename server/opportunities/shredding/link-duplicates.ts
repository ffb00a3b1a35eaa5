import { wordsKey } from "../amendments/requirement-words";
import type { ExtractedRequirement } from "./extracted-requirement";

/** Below this many letters equal words are chance ("Visual design"), unless their lead-ins are equal too. */
const SURE_LENGTH = 40;

/** Marks each requirement that another document has said before in the same words; wording is compared without case, marks, space and the number in front. */
export function linkDuplicates(requirements: ExtractedRequirement[]): ExtractedRequirement[] {
  const first = new Map<string, number>();
  return requirements.map((requirement, index) => {
    const words = wordsKey(requirement.quote);
    const key = words.length >= SURE_LENGTH ? words : `${words}|${requirement.section.at(-1)?.toLowerCase() ?? ""}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, index);
    const earlier = known === undefined ? undefined : requirements[known];
    if (known === undefined || !earlier || earlier.place.document === requirement.place.document) return requirement;
    return { ...requirement, duplicateOf: known };
  });
}
