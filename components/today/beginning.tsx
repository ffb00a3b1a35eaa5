"use client";
import { FileUp } from "lucide-react";
import { BeginDeeds } from "@/components/opportunities/import/begin-deeds";
import { useDropFiles } from "@/components/opportunities/import/use-drop-files";
import { useShell } from "@/components/shell/shell-context";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { roleMay } from "@/lib/vocabulary/workspaces";

/** A workspace that holds nothing yet: the one thing to do, in the place of five lists that say "nothing". */
export function Beginning() {
  const { member } = useShell();
  const picker = useDropFiles();
  if (!roleMay(member.role, "opportunities:write")) {
    return (
      <Card>
        <EmptyState
          icon={FileUp}
          title="Nothing has been added to this workspace yet."
          description="A member can add the files of a tender or an address to watch."
        />
      </Card>
    );
  }
  return (
    <Card>
      {picker.inputs}
      <EmptyState
        icon={FileUp}
        title="Begin with a tender"
        description="Drop its files anywhere on this page, as they came: a ZIP, a folder, or single documents. Dates, requirements and where they disagree are read in about a minute."
      >
        <BeginDeeds onPickFiles={picker.pickFiles} />
      </EmptyState>
    </Card>
  );
}
