import type { ProposalKind } from "@/lib/vocabulary/opportunities";
import type { ModelProposals } from "./requirement-types";

export const proposalWords: Record<ProposalKind, string> = {
  add: "Missed",
  change: "Change",
  merge: "Merge",
};

const reasons: Record<string, string> = {
  over_budget: "the month's budget is used up",
  rate_limited: "the provider held it back",
  timeout: "it took too long",
  unreachable: "it could not be reached",
  invalid_output: "its answer could not be used",
  incomplete: "its answer broke off",
  refused: "it refused",
  circuit_open: "it failed too often just now",
};

/** How far the model's look came, in one sentence with its numbers. */
export function refinementWords(model: string | null, refinement: ModelProposals["refinement"]): string {
  if (!refinement) return `${model ?? "The model"} has not gone through these documents yet.`;
  const { state, documents, asked, unanswered, dropped, reason } = refinement;
  const of = `${documents} ${documents === 1 ? "document" : "documents"}`;
  if (state === "running") return `${model ?? "The model"} is going through ${of}.`;
  const left =
    dropped > 0
      ? ` ${dropped} without words of the document to stand on, or nothing new, ${dropped === 1 ? "was" : "were"} left out.`
      : "";
  if (unanswered === 0) return `${model ?? "The model"} has gone through ${of}.${left}`;
  const why = reason ? `: ${reasons[reason] ?? "it failed"}` : "";
  return `${model ?? "The model"} left ${unanswered} of ${Math.max(asked, unanswered)} parts unanswered${why}. The rules stand as they were.${left}`;
}
