import type { Opportunity } from "@/drizzle/schema";
import { csvLine } from "@/lib/csv-line";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireOpportunity } from "../queries";
import { readQuestions } from "./list-buyer-questions";
import type { BuyerQuestionView, ExportedQuestions, ExportQuestionsInput } from "./schemas";
import { viewQuestions } from "./view-questions";
import { writeQuestionsDocx } from "./write-questions-docx";

/** The questions as a file to send or to keep. Our own reasons are left out of what goes to a buyer (DOCX, text). Recorded. Throws NotFoundError. */
export async function exportBuyerQuestions(
  ctx: WorkspaceContext,
  input: ExportQuestionsInput,
): Promise<ExportedQuestions> {
  authorize(ctx, "opportunities:read");
  const { opportunity, questions } = await inWorkspace(ctx, async (tx) => {
    const of = await requireOpportunity(tx, ctx, input.opportunityId);
    const all = await viewQuestions(tx, ctx, await readQuestions(tx, ctx, of.id));
    const wanted = all.filter(({ state }) => (input.onlyDrafts ? state === "draft" : state !== "withdrawn"));
    const detail = { questions: wanted.length, format: input.format };
    await recordAudit(tx, ctx, { action: "buyer_questions.export", subjectId: of.id, detail });
    return { opportunity: of, questions: wanted };
  });
  const name = `questions-${opportunity.number}`;
  const count = questions.length;
  switch (input.format) {
    case "csv":
      return {
        fileName: `${name}.csv`,
        mime: "text/csv; charset=utf-8",
        text: toCsv(questions),
        base64: null,
        questions: count,
      };
    case "text":
      return {
        fileName: `${name}.txt`,
        mime: "text/plain; charset=utf-8",
        text: toText(opportunity, questions),
        base64: null,
        questions: count,
      };
    case "docx":
      return {
        fileName: `${name}.docx`,
        mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        text: null,
        base64: (await writeQuestionsDocx(opportunity, questions)).toString("base64"),
        questions: count,
      };
  }
}

function toCsv(questions: BuyerQuestionView[]): string {
  return [
    csvLine(["number", "question", "state", "why it is asked", "sent (UTC)", "answer", "answered (UTC)"]),
    ...questions.map((question) =>
      csvLine([
        String(question.number),
        question.text,
        question.state,
        question.occasion,
        question.sentAt?.toISOString() ?? "",
        question.answer ?? "",
        question.answeredAt?.toISOString() ?? "",
      ]),
    ),
  ].join("");
}

function toText(opportunity: Opportunity, questions: BuyerQuestionView[]): string {
  const heading = [opportunity.title, opportunity.reference ? `Reference: ${opportunity.reference}` : ""];
  const asked = questions.map(
    ({ number, text, answer }) => `${number}. ${text}${answer ? `\n\n   Answer: ${answer}` : ""}`,
  );
  return `${[heading.filter(Boolean).join("\n"), ...asked].join("\n\n")}\n`;
}
