"use client";
import { safeHref } from "@/lib/safe-href";
import { CitationMark } from "../citation";
import type { Citation, FieldStatement } from "../opportunity-types";

interface StatementProps {
  statement: Pick<FieldStatement, "text" | "origin" | "statedBy" | "notice"> & { citation: Citation | null };
  numbers: ReadonlyMap<string, number>;
}

/** What is said, and who or what says it: a numbered quote, a notice, or a person. */
export function Statement({ statement, numbers }: StatementProps) {
  return (
    <>
      {statement.text} <Source statement={statement} numbers={numbers} />
    </>
  );
}

export function Source({
  statement,
  numbers,
}: {
  statement: Omit<StatementProps["statement"], "text">;
  numbers: ReadonlyMap<string, number>;
}) {
  const { citation, notice, statedBy, origin } = statement;
  if (citation) return <CitationMark n={numbers.get(citation.evidenceId) ?? 0} citation={citation} />;
  if (notice) {
    const href = notice.url ? safeHref(notice.url) : null;
    const words = notice.source ?? "notice";
    return href ? (
      <a href={href} rel="noreferrer" target="_blank" className="text-sm text-accent hover:underline">
        {words}
      </a>
    ) : (
      <span className="text-sm text-subtle">{words}</span>
    );
  }
  if (origin === "person")
    return <span className="text-sm text-subtle">entered by {statedBy?.name ?? "a person"}</span>;
  return null;
}
