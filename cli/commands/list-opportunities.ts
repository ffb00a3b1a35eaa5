import type { ListOpportunitiesOutput } from "@/server/opportunities/list/schemas";
import { connect } from "../api";
import { printJson, printText, say, table } from "../output";
import { dueWords } from "./due-words";

interface ListOptions {
  text?: string;
  stage?: string;
  sort: string;
  limit: string;
  json?: boolean;
}

/** What is asked of the server: the best, the largest and the newest first, else the earliest or the first letter. */
export function listQuery({ text, stage, sort, limit }: ListOptions) {
  return { text, stage, sort, descending: ["fit", "value", "seen"].includes(sort) ? "true" : undefined, limit };
}

/** A line a tender, under the names of the columns, in the order that the server gives. */
export function listLines(opportunities: ListOpportunitiesOutput["opportunities"]): string[][] {
  return [
    ["id", "due", "stage", "requirements", "fit", "title", "buyer"],
    ...opportunities.map((one) => [
      one.id,
      dueWords(one),
      one.outcome ?? one.stage,
      String(one.requirementCount),
      fitWords(one),
      one.title.slice(0, 70),
      (one.buyer ?? "").slice(0, 40),
    ]),
  ];
}

function fitWords(one: ListOpportunitiesOutput["opportunities"][number]): string {
  if (one.hasBlocker) return "ruled out";
  return one.fitScore === null ? "?" : `${Math.round(one.fitScore * 100)} (${one.fitKnown}/8)`;
}

export async function listOpportunities(options: ListOptions): Promise<void> {
  const list = await connect().get<ListOpportunitiesOutput>("/opportunities", listQuery(options));
  if (options.json) return printJson(list);
  printText(table(listLines(list.opportunities)));
  if (list.total > list.opportunities.length) say(`${list.opportunities.length} of ${list.total}; --limit shows more.`);
}
