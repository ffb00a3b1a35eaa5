import { foldText } from "@/lib/fold-text";
import { type TenderOfDocument, tendersOfDocuments } from "@/server/opportunities";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { DraftSentence } from "../plan";

/** Words this short carry no subject ("of", "the", "for"). */
const shortest = 4;

/**
 * Where the question names one tender, what another tender's papers say is no part of the answer: tenders ask for much the same in
 * much the same words. It may matter all the same, and is set aside. What belongs to no tender stays where it is.
 */
export async function setOthersAside(
  ctx: WorkspaceContext,
  question: string,
  drafts: readonly DraftSentence[],
): Promise<DraftSentence[]> {
  const documentIds = drafts.flatMap((draft) => draft.citations.map((passage) => passage.documentId));
  const tenders = await inWorkspace(ctx, (tx) => tendersOfDocuments(tx, ctx, documentIds));
  return asideOfNamed(question, drafts, tenders);
}

export function asideOfNamed(
  question: string,
  drafts: readonly DraftSentence[],
  tenders: ReadonlyMap<string, TenderOfDocument>,
): DraftSentence[] {
  const named = namedTender(question, [...tenders.values()]);
  const tendersOf = (draft: DraftSentence) =>
    draft.citations.flatMap((passage) => tenders.get(passage.documentId)?.id ?? []);
  // A tender that says nothing itself would leave an answer of asides alone.
  if (!named || !drafts.some((draft) => !draft.isAside && tendersOf(draft).includes(named))) return [...drafts];
  return drafts.map((draft) => {
    const from = tendersOf(draft);
    return from.length > 0 && !from.includes(named) ? { ...draft, isAside: true } : draft;
  });
}

/** The one tender whose reference, or whose whole title, stands in the question. */
function namedTender(question: string, tenders: readonly TenderOfDocument[]): string | null {
  const asked = `${foldText(question)} `;
  const holds = (words: string) => words !== "" && asked.includes(`${words} `);
  const found = tenders.filter(({ title, reference }) => {
    const words = foldText(title)
      .split(" ")
      .filter((word) => word.length >= shortest);
    const isReferenced = reference !== null && reference.length >= shortest && holds(foldText(reference));
    return isReferenced || (words.length > 1 && words.every((word) => holds(` ${word}`)));
  });
  const ids = new Set(found.map((tender) => tender.id));
  const [only] = ids;
  return ids.size === 1 && only ? only : null;
}
