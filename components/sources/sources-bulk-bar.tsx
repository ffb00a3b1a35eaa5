"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { DeleteSourcesDialog } from "./delete-sources-dialog";
import type { SourceRow } from "./source-types";
import { count } from "./source-words";
import { useChangeSources } from "./use-change-sources";

/** What can be done to the chosen sources together. */
export function SourcesBulkBar({ rows, onDone }: { rows: readonly SourceRow[]; onDone: () => void }) {
  const [isDeleting, setIsDeleting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const change = useChangeSources();
  const paused = rows.filter((row) => row.status === "paused");
  const watched = rows.filter((row) => row.status !== "paused");

  async function run(act: () => Promise<void>) {
    setFailure(null);
    try {
      await act();
      onDone();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : "That did not work.");
    }
  }
  const setPaused = (some: readonly SourceRow[], isPaused: boolean) =>
    change(some, (client, row) => client.sources.update.mutate({ id: row.id, paused: isPaused }));

  return (
    <div
      role="toolbar"
      aria-label="Chosen sources"
      className="flex flex-wrap items-center gap-2 rounded-lg border border-subtle bg-selected px-3 py-2"
    >
      <span className="mr-2 font-medium tabular-nums">{rows.length} chosen</span>
      <Button
        size="sm"
        onClick={() =>
          run(async () => {
            await change(rows, (client, row) => client.sources.scan.mutate({ id: row.id }));
            toast.ok(`${count(rows.length, "scan")} started`);
          })
        }
      >
        Scan now
      </Button>
      {watched.length > 0 ? (
        <Button
          size="sm"
          onClick={() =>
            run(async () => {
              await setPaused(watched, true);
              const undo = { label: "Undo", run: () => void setPaused(watched, false) };
              toast.ok(`${count(watched.length, "source")} paused`, { action: undo });
            })
          }
        >
          Pause
        </Button>
      ) : null}
      {paused.length > 0 ? (
        <Button
          size="sm"
          onClick={() =>
            run(async () => {
              await setPaused(paused, false);
              const undo = { label: "Undo", run: () => void setPaused(paused, true) };
              toast.ok(`${count(paused.length, "source")} resumed`, { action: undo });
            })
          }
        >
          Resume
        </Button>
      ) : null}
      <Button size="sm" onClick={() => setIsDeleting(true)}>
        Delete
      </Button>
      <Button size="sm" variant="ghost" className="ml-auto" onClick={onDone}>
        Clear choice
      </Button>
      {failure ? (
        <p role="alert" className="w-full text-sm text-danger">
          {failure}
        </p>
      ) : null}
      {isDeleting ? <DeleteSourcesDialog rows={rows} onClose={() => setIsDeleting(false)} onDone={onDone} /> : null}
    </div>
  );
}
