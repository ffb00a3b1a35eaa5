import type { VersionComparison } from "@/server/opportunities/amendments/schemas";
import { connect } from "../api";
import { printJson, printText } from "../output";

/** "doc:ID,ID" names papers, anything else an opportunity with all of its papers. */
export function papersOf(words: string): { opportunityId: string } | { documents: { documentId: string }[] } {
  if (!words.startsWith("doc:")) return { opportunityId: words };
  const ids = words.slice("doc:".length).split(",");
  return { documents: ids.map((documentId) => ({ documentId: documentId.trim() })) };
}

export async function comparePapers(before: string, after: string, options: { json?: boolean }): Promise<void> {
  const found = await connect().send<VersionComparison>("POST", "/amendments/compare", {
    before: papersOf(before),
    after: papersOf(after),
  });
  if (options.json) return printJson(found);
  printText(comparisonLines(found).join("\n"));
}

/** The summary, then dates, fields, demands and other lines that differ. */
export function comparisonLines({ summary, deadlines, fields, items, lines }: VersionComparison): string[] {
  const change = (name: string, before: string | null, after: string | null) =>
    [
      `${name}`,
      ...(before === null ? [] : [`  - ${plain(before)}`]),
      ...(after === null ? [] : [`  + ${plain(after)}`]),
    ].join("\n");
  return [
    summary,
    ...deadlines.map(({ kind, before, after }) => change(`date: ${kind}`, before, after)),
    ...fields.map(({ name, before, after }) => change(`field: ${name}`, before, after)),
    ...items
      .filter(({ what }) => what !== "unchanged")
      .map(({ what, before, after }) => change(what, before?.text ?? null, after?.text ?? null)),
    ...lines.map(({ what, before, after }) => change(`${what} elsewhere`, before, after)),
  ];
}

const plain = (text: string) => text.replace(/\s+/g, " ").trim();
