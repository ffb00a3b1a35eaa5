import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type SourcePage, sourceRecords } from "@/drizzle/schema";
import { isDateText, type ListedPaper, type ListingRecord, readKeptPapers } from "@/server/crawling/listings";

const fewestWords = 4;

/**
 * Whether an entry that was known before says something else where its list shows it than days and states, which are told as its tender's. Of entries
 * that come and go nothing is said here.
 */
export async function sayMoreInRows(tx: Tx, page: SourcePage, records: readonly ListingRecord[]): Promise<boolean> {
  const known = await tx
    .select({ title: sourceRecords.title, text: sourceRecords.text, fields: sourceRecords.fields })
    .from(sourceRecords)
    .where(
      and(
        eq(sourceRecords.workspaceId, page.workspaceId),
        eq(sourceRecords.sourceId, page.sourceId),
        eq(sourceRecords.pageId, page.id),
      ),
    );
  const before = new Map(known.map(({ title, text, fields }) => [title, withoutPapers(text, readKeptPapers(fields))]));
  return records.some(({ title, text, papers = [] }) => {
    const [was, is] = [before.get(title), withoutPapers(text, papers)];
    return was !== undefined && (saysElse(was, is) || saysElse(is, was));
  });
}

/** Which papers there are is told of the tender. */
function withoutPapers(text: string, papers: readonly ListedPaper[]): string {
  return papers.reduce((rest, paper) => (paper.text === "" ? rest : rest.replace(paper.text, "")), text);
}

/** One of the lines of a text that the other does not have is a sentence, and no day. */
function saysElse(text: string, other: string): boolean {
  const lines = new Set(other.split("\n"));
  return text
    .split("\n")
    .some((line) => !lines.has(line) && !isDateText(line) && (line.match(/\p{L}{2,}/gu)?.length ?? 0) >= fewestWords);
}
