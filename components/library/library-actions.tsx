"use client";
import { ChevronDown, ClipboardPaste, FolderPlus, FolderUp } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useShell } from "@/components/shell/shell-context";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { nothingYet } from "@/components/ui/nothing-yet";
import { roleMay } from "@/lib/vocabulary/workspaces";
import type { FilePicker } from "./upload/use-file-picker";

const PasteDialog = dynamic(() => import("./paste-dialog").then((module) => module.PasteDialog), {
  loading: nothingYet,
});
const CollectionsDialog = dynamic(() => import("./collections-dialog").then((module) => module.CollectionsDialog), {
  loading: nothingYet,
});

export function LibraryActions({ picker, collectionId }: { picker: FilePicker; collectionId?: string }) {
  const { member } = useShell();
  const [open, setOpen] = useState<"paste" | "collections" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button>
            More <ChevronDown aria-hidden />
          </Button>
        }
      >
        <MenuItem onSelect={picker.pickFolder}>
          <FolderUp aria-hidden /> Upload a folder
        </MenuItem>
        <MenuItem onSelect={() => setOpen("paste")}>
          <ClipboardPaste aria-hidden /> Paste text
        </MenuItem>
        {roleMay(member.role, "collections:manage") ? (
          <>
            <MenuSeparator />
            <MenuItem onSelect={() => setOpen("collections")}>
              <FolderPlus aria-hidden /> Collections
            </MenuItem>
          </>
        ) : null}
      </Menu>
      <Button variant="primary" onClick={picker.pickFiles}>
        Upload documents
      </Button>
      {open === "paste" ? <PasteDialog collectionId={collectionId} onClose={close} /> : null}
      {open === "collections" ? <CollectionsDialog onClose={close} /> : null}
    </>
  );
}
