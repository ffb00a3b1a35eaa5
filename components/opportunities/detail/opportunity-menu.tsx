"use client";
import {
  Archive,
  CalendarPlus,
  FileUp,
  FolderUp,
  Lock,
  Merge,
  MessagesSquare,
  Tag,
  Trash2,
  Trophy,
} from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFilePicker } from "@/components/library/upload/use-file-picker";
import { saveFile } from "@/components/settings/save-file";
import { placeHref } from "@/components/shell/places";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPCClient } from "@/components/shell/trpc";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { MenuItem, MenuSeparator } from "@/components/ui/menu";
import { MoreMenu } from "@/components/ui/more-menu";
import { nothingYet } from "@/components/ui/nothing-yet";
import { toast } from "@/components/ui/toast";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { useAddFiles } from "../import/use-add-files";
import type { OpportunityView } from "../opportunity-types";
import { useUpdateOpportunities } from "../use-update-opportunities";

const TagsDialog = dynamic(() => import("../list/tags-dialog").then((module) => module.TagsDialog), {
  loading: nothingYet,
});
const OutcomeDialog = dynamic(() => import("./outcome-dialog").then((module) => module.OutcomeDialog), {
  loading: nothingYet,
});
const MergeDialog = dynamic(() => import("./merge-dialog").then((module) => module.MergeDialog), {
  loading: nothingYet,
});
const VisibilityDialog = dynamic(() => import("./visibility-dialog").then((module) => module.VisibilityDialog), {
  loading: nothingYet,
});

export function OpportunityMenu({ opportunity }: { opportunity: OpportunityView }) {
  const { workspace, member } = useShell();
  const router = useRouter();
  const client = useTRPCClient();
  const update = useUpdateOpportunities();
  const [open, setOpen] = useState<"tags" | "outcome" | "merge" | "visibility" | "delete" | null>(null);
  const close = () => setOpen(null);
  const addFiles = useAddFiles(opportunity);
  const picker = useFilePicker((files) => void addFiles(files));
  const ids = [opportunity.id];

  async function exportDates() {
    try {
      const file = await client.calendar.export.query({ opportunityId: opportunity.id });
      saveFile(file.fileName, file.mime, file.text);
    } catch (error) {
      toast.error("The dates could not be exported", { description: errorMessage(error) });
    }
  }

  return (
    <>
      <MoreMenu>
        {opportunity.collection.isOwn && roleMay(member.role, "ask:write") ? (
          <MenuItem href={`${placeHref(workspace.slug, "ask")}?collection=${opportunity.collection.id}`}>
            <MessagesSquare aria-hidden /> Ask about this tender
          </MenuItem>
        ) : null}
        <MenuItem onSelect={picker.pickFiles}>
          <FileUp aria-hidden /> Add files
        </MenuItem>
        <MenuItem onSelect={picker.pickFolder}>
          <FolderUp aria-hidden /> Add a folder
        </MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={() => setOpen("outcome")}>
          <Trophy aria-hidden /> {opportunity.outcome ? "Change the outcome" : "Record the outcome"}
        </MenuItem>
        <MenuItem onSelect={() => setOpen("tags")}>
          <Tag aria-hidden /> Tags
        </MenuItem>
        <MenuItem onSelect={() => setOpen("merge")}>
          <Merge aria-hidden /> Merge with another
        </MenuItem>
        <MenuItem onSelect={() => void exportDates()}>
          <CalendarPlus aria-hidden /> Dates as calendar file
        </MenuItem>
        <MenuItem onSelect={() => setOpen("visibility")}>
          <Lock aria-hidden /> Who sees it
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          onSelect={() =>
            void update({
              done: opportunity.isArchived ? "Back in the list" : "Archived",
              about: `archive ${opportunity.id}`,
              run: (server) => server.opportunities.updateMany.mutate({ ids, isArchived: !opportunity.isArchived }),
              undo: (server) => server.opportunities.updateMany.mutate({ ids, isArchived: opportunity.isArchived }),
            })
          }
        >
          <Archive aria-hidden /> {opportunity.isArchived ? "Take out of the archive" : "Archive"}
        </MenuItem>
        {roleMay(member.role, "opportunities:delete") ? (
          <MenuItem isDanger onSelect={() => setOpen("delete")}>
            <Trash2 aria-hidden /> Delete
          </MenuItem>
        ) : null}
      </MoreMenu>
      {picker.inputs}
      {open === "tags" ? <TagsDialog rows={[opportunity]} onClose={close} onDone={close} /> : null}
      {open === "outcome" ? <OutcomeDialog opportunity={opportunity} onClose={close} /> : null}
      {open === "merge" ? <MergeDialog opportunity={opportunity} onClose={close} /> : null}
      {open === "visibility" ? <VisibilityDialog opportunity={opportunity} onClose={close} /> : null}
      <ConfirmDialog
        isOpen={open === "delete"}
        onOpenChange={close}
        title={`Delete “${opportunity.title}”?`}
        description="It leaves the list with its requirements, decisions and comments. Its documents stay in the library. Undo brings it back."
        action="Delete opportunity"
        onConfirm={async () => {
          const isDone = await update({
            done: "Opportunity deleted",
            run: (server) => server.opportunities.updateMany.mutate({ ids, isDeleted: true }),
            undo: (server) => server.opportunities.updateMany.mutate({ ids, isDeleted: false }),
          });
          if (isDone) router.push(placeHref(workspace.slug, "opportunities"));
        }}
      />
    </>
  );
}
