import type { FitOutput } from "@/server/opportunities/fit/schemas";
import { connect } from "../api";
import { printJson, printText } from "../output";

export async function showFit(id: string, options: { json?: boolean }): Promise<void> {
  const fit = await connect().get<FitOutput>(`/opportunities/${encodeURIComponent(id)}/fit`);
  if (options.json) return printJson(fit);
  printText(fitLines(fit).join("\n"));
}

/** The total and what it may come to, what rules the tender out, each factor with its reason, and the decision in force. */
export function fitLines({ summary, score, low, high, factors, blockers, decision }: FitOutput): string[] {
  const inWords = (one: number | null) => (one === null ? "  ?" : String(Math.round(one * 100)).padStart(3));
  const range = score === null ? "" : ` It may come to ${inWords(low).trim()} to ${inWords(high).trim()}.`;
  const widest = Math.max(0, ...factors.map(({ factor }) => factor.length));
  return [
    `${summary}${/[.!]$/.test(summary) ? "" : "."}${range}`,
    ...blockers.map((blocker) => `not met: ${blocker}`),
    ...factors.map(
      (one) =>
        `${one.factor.padEnd(widest)}  ${inWords(one.score)}  weighs ${Math.round(one.weight)}: ${one.explanation}`,
    ),
    decision?.decision
      ? `Decided: ${decision.decision === "go" ? "go" : "no-go"}, ${decision.decidedBy?.name ?? "a former member"}. ${decision.reason}`
      : "Nobody has decided yet.",
  ];
}
