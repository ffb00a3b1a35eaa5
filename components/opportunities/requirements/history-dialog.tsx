"use client";
import { useQuery } from "@tanstack/react-query";
import { QueryError } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Dialog } from "@/components/ui/dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { WordDiff } from "../word-diff";
import type { Requirement } from "./requirement-types";

const deedWords: Record<string, string> = {
  edit: "changed it",
  split: "split it",
  merge: "merged it",
  add: "added it",
  drop: "dropped it",
  move: "moved it",
  amendment: "changed it with a new version of the document",
  undo: "took a change back",
};

const columnWords: Record<string, string> = {
  text: "Text",
  kind: "Kind",
  isMandatory: "Mandatory",
  obliged: "Obliged",
  section: "Section",
  note: "Note",
  due: "Due",
  state: "State",
};

/** What was done to a requirement, by whom, word by word. */
export function HistoryDialog({ requirement, onClose }: { requirement: Requirement; onClose: () => void }) {
  const history = useQuery(useTRPC().requirements.history.queryOptions({ id: requirement.id }));
  const revisions = history.data?.revisions ?? [];
  return (
    <Dialog title={`History of ${requirement.label}`} size="lg" isOpen onOpenChange={onClose}>
      {history.isPending ? <SkeletonRows rows={4} /> : null}
      {history.isError ? (
        <QueryError error={history.error} title="The history could not be loaded." onRetry={() => history.refetch()} />
      ) : null}
      {history.data && revisions.length === 0 ? (
        <p className="pb-3 text-muted">It stands as it was read in the document.</p>
      ) : null}
      <ol className="divide-y divide-subtle">
        {revisions.map((revision) => (
          <li key={revision.id} className="py-2.5">
            <p className="text-muted">
              <span className="font-medium text-ink">{revision.by?.name ?? "Outrider"}</span>{" "}
              {deedWords[revision.deed] ?? revision.deed}{" "}
              <span className="text-sm text-subtle">
                <RelativeTime at={revision.createdAt} />
              </span>
            </p>
            <dl className="mt-1 flex flex-col gap-1">
              {Object.keys(columnWords).map((column) => {
                const before = wordsOf(revision.before?.[column]);
                const after = wordsOf(revision.after[column]);
                if (!(column in revision.after) || before === after || revision.before === null) return null;
                return (
                  <div key={column} className="grid gap-x-3 sm:grid-cols-[90px_minmax(0,1fr)]">
                    <dt className="text-sm text-subtle">{columnWords[column]}</dt>
                    <dd className="wrap-anywhere">
                      <WordDiff before={before} after={after} />
                    </dd>
                  </div>
                );
              })}
            </dl>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}
