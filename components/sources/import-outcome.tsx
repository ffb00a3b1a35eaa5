"use client";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import type { ImportResult } from "./source-types";
import { count } from "./source-words";

/** What became of each line of an imported list. */
export function ImportOutcome({ result }: { result: ImportResult }) {
  const { workspace } = useShell();
  return (
    <div className="flex flex-col gap-4 pb-2">
      <p role="status">
        {count(result.created.length, "source")} added, {result.existing.toLocaleString("en")} watched already,{" "}
        {count(result.problems.length, "line")} with a problem.
      </p>
      {result.problems.length > 0 ? (
        <table aria-label="Lines with a problem" className="w-full text-left">
          <thead className="border-b border-subtle text-sm text-muted">
            <tr>
              <th className="w-16 py-1.5 pr-3 font-medium">Line</th>
              <th className="py-1.5 font-medium">Why it was left out</th>
            </tr>
          </thead>
          <tbody>
            {result.problems.map((problem) => (
              <tr key={`${problem.line} ${problem.reason}`} className="border-b border-subtle align-top last:border-0">
                <td className="py-1.5 pr-3 tabular-nums">{problem.line}</td>
                <td className="py-1.5 wrap-anywhere">{problem.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {result.created.length > 0 ? (
        <table aria-label="Added sources" className="w-full table-fixed text-left">
          <thead className="border-b border-subtle text-sm text-muted">
            <tr>
              <th className="py-1.5 pr-3 font-medium">Added</th>
              <th className="py-1.5 font-medium max-sm:hidden">Address</th>
            </tr>
          </thead>
          <tbody>
            {result.created.map((source) => (
              <tr key={source.id} className="border-b border-subtle last:border-0">
                <td className="truncate py-1.5 pr-3">
                  <Link
                    href={`${placeHref(workspace.slug, "sources")}/${source.id}`}
                    className="text-accent hover:underline"
                  >
                    {source.name}
                  </Link>
                </td>
                <td className="truncate py-1.5 text-muted max-sm:hidden">{source.url}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  );
}
