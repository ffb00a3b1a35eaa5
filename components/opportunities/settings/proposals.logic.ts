import { linesOf, type ProfileFields } from "./profile-form.logic";
import type { ProfileProposal } from "./profile-types";

/** What tells one proposed line from another. */
export function proposalKey({ field, value }: Pick<ProfileProposal, "field" | "value">): string {
  return `${field} ${value}`;
}

/** The lines that the form does not hold yet, as typed so far; each field's most widely stated first, as they came. */
export function openProposals(
  proposals: readonly ProfileProposal[],
  fields: ProfileFields,
): { field: ProfileProposal["field"]; proposals: ProfileProposal[] }[] {
  const groups = new Map<ProfileProposal["field"], ProfileProposal[]>();
  for (const proposal of proposals) {
    const held = linesOf(fields[proposal.field]).some((line) => line.toLowerCase() === proposal.value.toLowerCase());
    if (held) continue;
    groups.set(proposal.field, [...(groups.get(proposal.field) ?? []), proposal]);
  }
  return [...groups].map(([field, found]) => ({ field, proposals: found }));
}

/** The form with the chosen lines below those that it holds. */
export function withProposals(fields: ProfileFields, chosen: readonly ProfileProposal[]): ProfileFields {
  const next = { ...fields };
  for (const { field, value } of chosen) next[field] = linesOf(`${next[field]}\n${value}`).join("\n");
  return next;
}
