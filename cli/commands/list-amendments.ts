import type { AmendmentDetail, ListAmendmentsOutput } from "@/server/opportunities/amendments/schemas";
import { connect } from "../api";
import { printJson, printText, say } from "../output";

type Summary = ListAmendmentsOutput["amendments"][number];

/** What buyers changed, of one opportunity line by line, of all of them in a sentence each. */
export async function listAmendments(
  opportunityId: string | undefined,
  options: { toApprove?: boolean; limit: string; json?: boolean },
): Promise<void> {
  const api = connect();
  const found = await api.get<ListAmendmentsOutput>("/amendments", {
    opportunityId,
    state: options.toApprove ? "to_review" : undefined,
    limit: options.limit,
  });
  const details = opportunityId
    ? await Promise.all(found.amendments.map(({ id }) => api.get<AmendmentDetail>(`/amendments/${id}`)))
    : [];
  if (options.json) return printJson(opportunityId ? { ...found, amendments: details } : found);
  const itemsOf = new Map(details.map(({ id, items }) => [id, items]));
  for (const one of found.amendments) printText(amendmentLines(one, itemsOf.get(one.id) ?? []).join("\n"));
  if (found.amendments.length === 0) say("Nothing was amended.");
  if (found.total > found.amendments.length) say(`${found.amendments.length} of ${found.total}; --limit shows more.`);
}

export async function approveAmendment(id: string, options: { takeBack?: boolean; json?: boolean }): Promise<void> {
  const approved = await connect().send("POST", `/amendments/${encodeURIComponent(id)}/approve`, {
    isApproved: !options.takeBack,
  });
  if (options.json) return printJson(approved);
  printText(options.takeBack ? "To approve again." : "Approved.");
}

export function amendmentLines(
  { id, createdAt, opportunity, document, state, summary }: Summary,
  items: AmendmentDetail["items"],
): string[] {
  const day = new Date(createdAt).toISOString().slice(0, 10);
  const what = document ? document.title : "a notice";
  const waits = state === "to_review" ? " (to approve)" : "";
  return [
    `${id}  ${day}  #${opportunity.number} ${opportunity.title}: ${what}${waits}`,
    `  ${plain(summary)}`,
    ...items.flatMap(({ what: became, requirement, detail, before, after, quote }) => [
      `  ${[requirement?.label, became, detail].filter(Boolean).join(" ")}`,
      ...(before === null ? [] : [`    - ${plain(before)}`]),
      ...(after === null ? [] : [`    + ${plain(after)}`]),
      ...(after === null && quote !== null ? [`    by: “${plain(quote)}”`] : []),
    ]),
  ];
}

const plain = (text: string) => text.replace(/\s+/g, " ").trim();
