"use client";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { usePeople } from "@/components/shell/use-people";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Menu, MenuItem } from "@/components/ui/menu";
import { outcomes } from "@/lib/vocabulary/opportunities";
import type { OpportunityRow } from "../opportunity-types";
import { outcomeWords } from "../opportunity-words";
import { useStages } from "../use-stages";
import { TagsDialog } from "./tags-dialog";
import { useBulkDeeds } from "./use-bulk-deeds";
import { useExportRows } from "./use-export-opportunities";

/** What can be done to the chosen opportunities together; each deed can be taken back from its message. */
export function BulkBar({ rows, onDone }: { rows: readonly OpportunityRow[]; onDone: () => void }) {
  const [open, setOpen] = useState<"tags" | "delete" | null>(null);
  const deeds = useBulkDeeds(rows, onDone);
  const exportRows = useExportRows();
  const { stages } = useStages();
  const { people } = usePeople();
  const areArchived = rows.every((row) => row.isArchived);

  return (
    <div
      role="toolbar"
      aria-label="Chosen opportunities"
      className="flex flex-wrap items-center gap-2 rounded-lg border border-subtle bg-selected px-3 py-2"
    >
      <span className="mr-2 font-medium tabular-nums">{rows.length} chosen</span>
      <Choice label="Stage">
        {stages.map((stage) => (
          <MenuItem key={stage.key} onSelect={() => deeds.toStage(stage)}>
            {stage.name}
          </MenuItem>
        ))}
      </Choice>
      <Choice label="Owner">
        {people.map((person) => (
          <MenuItem key={person.userId} onSelect={() => deeds.toOwner(person.userId, person.name)}>
            {person.name}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => deeds.toOwner(null, "")}>Nobody</MenuItem>
      </Choice>
      <Button size="sm" onClick={() => setOpen("tags")}>
        Tags
      </Button>
      <Choice label="Outcome">
        {outcomes.map((outcome) => (
          <MenuItem key={outcome} onSelect={() => deeds.toOutcome(outcome)}>
            {outcomeWords[outcome]}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => deeds.toOutcome(null)}>Open again</MenuItem>
      </Choice>
      <Button size="sm" onClick={() => deeds.archive(!areArchived)}>
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
        title={`Delete ${rows.length === 1 ? `“${rows[0]?.title}”` : deeds.them}?`}
        description="They leave the list with their requirements, decisions and comments. Their documents stay in the library. Undo brings them back."
        action={rows.length === 1 ? "Delete opportunity" : `Delete ${deeds.them}`}
        onConfirm={deeds.remove}
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
