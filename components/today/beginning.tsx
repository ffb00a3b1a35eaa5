"use client";
import { FileUp } from "lucide-react";
import Link from "next/link";
import { useDropFiles } from "@/components/opportunities/import/use-drop-files";
import { useSampleTender } from "@/components/opportunities/import/use-sample-tender";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { roleMay } from "@/lib/vocabulary/workspaces";

/** A workspace that holds nothing yet: the one thing to do, in the place of five lists that say "nothing". */
export function Beginning() {
  const { workspace, member } = useShell();
  const picker = useDropFiles();
  const sample = useSampleTender();
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
        <Button variant="primary" onClick={picker.pickFiles}>
          Choose tender files
        </Button>
        <Link href={`${placeHref(workspace.slug, "sources")}/new`} className={buttonClass()}>
          Watch a portal
        </Link>
        <Button isLoading={sample.isStarting} onClick={sample.start}>
          Try with the sample
        </Button>
      </EmptyState>
    </Card>
  );
}
