import { and, desc, eq, isNull } from "drizzle-orm";
import { documents, renditions } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** What a tender's reader commonly wants to know, and the words that show that a document speaks of it. */
const openings = [
  { question: "When are proposals due?", signs: /\b(due|submi(t|ssion)|deadline|closing date|no later than)\b/i },
  { question: "How will proposals be evaluated?", signs: /\bevaluat(e|ed|ion)\b/i },
  { question: "Which key personnel are required?", signs: /\bkey personnel\b/i },
  { question: "What are the security requirements?", signs: /\bsecurity\b/i },
  {
    question: "How long is the period of performance?",
    signs: /\b(period of performance|base (year|period)|option (year|period))\b/i,
  },
  { question: "What does the price have to contain?", signs: /\b(pric(e|ing)|labor rate|cost)\b/i },
  { question: "Which deliverables are required?", signs: /\bdeliverables?\b/i },
  { question: "What are the payment and invoicing terms?", signs: /\b(invoic(e|es|ing)|payment)\b/i },
] as const;

/** Up to five questions that the newest documents can probably answer. */
export async function suggestQuestions(ctx: WorkspaceContext): Promise<string[]> {
  authorize(ctx, "ask:read");
  const texts = await inWorkspace(ctx, (tx) =>
    tx
      .select({ text: renditions.text })
      .from(documents)
      .innerJoin(
        renditions,
        and(eq(renditions.workspaceId, documents.workspaceId), eq(renditions.snapshotId, documents.currentSnapshotId)),
      )
      .where(and(eq(documents.workspaceId, ctx.workspace.id), isNull(documents.deletedAt)))
      .orderBy(desc(documents.updatedAt))
      .limit(10),
  );
  return openings
    .filter(({ signs }) => texts.some(({ text }) => signs.test(text)))
    .map(({ question }) => question)
    .slice(0, 5);
}
