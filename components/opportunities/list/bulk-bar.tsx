"use client";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { usePeople } from "@/components/shell/use-people";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Menu, MenuItem } from "@/components/ui/menu";
import { type Outcome, outcomes } from "@/lib/vocabulary/opportunities";
import type { OpportunityRow } from "../opportunity-types";
import { count, outcomeWords } from "../opportunity-words";
import { useStages } from "../use-stages";
import { useUpdateOpportunities } from "../use-update-opportunities";
import { groupBy } from "./group-by";
import { TagsDialog } from "./tags-dialog";
import { useExportRows } from "./use-export-opportunities";

/** What can be done to the chosen opportunities together; each deed can be taken back from its message. */
export function BulkBar({ rows, onDone }: { rows: readonly OpportunityRow[]; onDone: () => void }) {
  const [open, setOpen] = useState<"tags" | "delete" | null>(null);
  const update = useUpdateOpportunities();
  const exportRows = useExportRows();
  const { stages } = useStages();
  const { people } = usePeople();
  const ids = rows.map((row) => row.id);
  const them = count(rows.length, "opportunity", "opportunities");
  const areArchived = rows.every((row) => row.isArchived);

  async function act(deed: Parameters<typeof update>[0]) {
    if (await update(deed)) onDone();
  }
  const toStage = (stage: { key: string; name: string }) =>
    act({
      done: `${them} moved to ${stage.name}`,
      run: (client) => client.opportunities.updateMany.mutate({ ids, stage: stage.key }),
      undo: (client) =>
        Promise.all(
          groupBy(rows, (row) => row.stage).map(([key, some]) =>
            client.opportunities.updateMany.mutate({ ids: some.map((row) => row.id), stage: key }),
          ),
        ),
    });
  const toOwner = (ownerId: string | null, name: string) =>
    act({
      done: ownerId ? `${them} given to ${name}` : `${them} left without an owner`,
      run: (client) => client.opportunities.updateMany.mutate({ ids, ownerId }),
      undo: (client) =>
        Promise.all(
          groupBy(rows, (row) => row.owner?.id ?? null).map(([owner, some]) =>
            client.opportunities.updateMany.mutate({ ids: some.map((row) => row.id), ownerId: owner }),
          ),
        ),
    });
  const toOutcome = (outcome: Outcome | null) =>
    act({
      done: outcome ? `${them}: ${outcomeWords[outcome]}` : `${them} open again`,
      run: (client) => Promise.all(ids.map((id) => client.pipeline.setOutcome.mutate({ id, outcome }))),
      undo: (client) =>
        Promise.all(rows.map((row) => client.pipeline.setOutcome.mutate({ id: row.id, outcome: row.outcome }))),
    });
  const archive = (isArchived: boolean) =>
    act({
      done: isArchived ? `${them} archived` : `${them} back in the list`,
      run: (client) => client.opportunities.updateMany.mutate({ ids, isArchived }),
      undo: (client) => client.opportunities.updateMany.mutate({ ids, isArchived: !isArchived }),
    });

  return (
    <div
      role="toolbar"
      aria-label="Chosen opportunities"
      className="flex flex-wrap items-center gap-2 rounded-lg border border-subtle bg-selected px-3 py-2"
    >
      <span className="mr-2 font-medium tabular-nums">{rows.length} chosen</span>
      <Choice label="Stage">
        {stages.map((stage) => (
          <MenuItem key={stage.key} onSelect={() => toStage(stage)}>
            {stage.name}
          </MenuItem>
        ))}
      </Choice>
      <Choice label="Owner">
        {people.map((person) => (
          <MenuItem key={person.userId} onSelect={() => toOwner(person.userId, person.name)}>
            {person.name}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => toOwner(null, "")}>Nobody</MenuItem>
      </Choice>
      <Button size="sm" onClick={() => setOpen("tags")}>
        Tags
      </Button>
      <Choice label="Outcome">
        {outcomes.map((outcome) => (
          <MenuItem key={outcome} onSelect={() => toOutcome(outcome)}>
            {outcomeWords[outcome]}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => toOutcome(null)}>Open again</MenuItem>
      </Choice>
      <Button size="sm" onClick={() => archive(!areArchived)}>
        {areArchived ? "Take out of the archive" : "Archive"}
      </Button>
      <Button size="sm" onClick={() => exportRows(rows)}>
        Export CSV
      </Button>
      <Button size="sm" onClick={() => setOpen("delete")}>
        Delete
      </Button>
      <Button size="sm" variant="ghost" className="ml-auto" onClick={onDone}>
        Clear choice
      </Button>
      {open === "tags" ? <TagsDialog rows={rows} onClose={() => setOpen(null)} onDone={onDone} /> : null}
      <ConfirmDialog
        isOpen={open === "delete"}
        onOpenChange={() => setOpen(null)}
        title={`Delete ${rows.length === 1 ? `“${rows[0]?.title}”` : them}?`}
        description="They leave the list with their requirements, decisions and comments. Their documents stay in the library. Undo brings them back."
        action={rows.length === 1 ? "Delete opportunity" : `Delete ${them}`}
        onConfirm={() =>
          act({
            done: `${them} deleted`,
            run: (client) => client.opportunities.updateMany.mutate({ ids, isDeleted: true }),
            undo: (client) => client.opportunities.updateMany.mutate({ ids, isDeleted: false }),
          })
        }
      />
    </div>
  );
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Menu
      trigger={
        <Button size="sm">
          {label} <ChevronDown aria-hidden />
        </Button>
      }
    >
      {children}
    </Menu>
  );
}
