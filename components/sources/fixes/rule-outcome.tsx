"use client";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { count } from "../source-words";
import type { RuleTestView } from "./fix-types";
import { fieldWords } from "./fix-words";

const shownEntries = 12;

/** What a rule finds: its entries with their fields, how full these are, and what it would have found on earlier revisions. */
export function RuleOutcome({ test }: { test: RuleTestView }) {
  const fields = Object.keys(test.fill);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="font-medium">{count(test.count, "entry", "entries")} on the page now</p>
        <Past test={test} />
      </div>
      {test.problem ? (
        <p role="alert" className="text-danger wrap-anywhere">
          {test.problem}
        </p>
      ) : null}
      {test.entries.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
        <section className="max-w-full overflow-x-auto" tabIndex={0} aria-label="Entries found, scrolls sideways">
          <table aria-label="Entries found" className="w-full border-collapse text-left text-sm">
            <thead>
              <tr className="border-b border-subtle">
                {fields.map((field) => (
                  <th key={field} scope="col" className="px-2 py-1.5 align-top font-medium whitespace-nowrap">
                    {fieldWords(field)} <Fill rate={test.fill[field] ?? 0} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {test.entries.slice(0, shownEntries).map((entry) => (
                <tr
                  key={`${entry.title} ${entry.url ?? ""} ${JSON.stringify(entry.fields)}`}
                  className="border-b border-subtle"
                >
                  {fields.map((field) => (
                    <td key={field} className="max-w-70 min-w-28 px-2 py-1.5 align-top wrap-anywhere">
                      {valueIn(entry, field) ?? <span className="text-subtle">empty</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      {test.count > shownEntries ? (
        <p className="text-sm text-subtle">
          The first {shownEntries} of {test.count} are shown.
        </p>
      ) : null}
    </div>
  );
}

function Past({ test }: { test: RuleTestView }) {
  if (test.past.length === 0) return <p className="text-sm text-muted">There is no earlier revision to try it on.</p>;
  return (
    <ul aria-label="Found on earlier revisions" className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted">
      {test.past.map(({ snapshotId, revision, fetchedAt, count: found }) => (
        <li key={snapshotId} className="flex items-center gap-1">
          version {revision} (<RelativeTime at={fetchedAt} />
          ):
          <Badge meaning={found > 0 ? "ok" : "attention"}>{count(found, "entry", "entries")}</Badge>
        </li>
      ))}
    </ul>
  );
}

function Fill({ rate }: { rate: number }) {
  const percent = Math.round(rate * 100);
  return <span className={rate < 0.5 ? "text-attention" : "font-normal text-subtle"}>{percent}%</span>;
}

function valueIn(entry: RuleTestView["entries"][number], field: string): string | null {
  if (field === "title") return entry.title;
  return (field === "url" ? entry.url : entry.fields[field]) ?? null;
}
