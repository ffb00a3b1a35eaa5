"use client";
import { ChevronDown, ClipboardPaste, FileUp, FolderUp, PenLine } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import type { FilePicker } from "@/components/library/upload/use-file-picker";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";

const CreateDialog = dynamic(() => import("./create-dialog").then((module) => module.CreateDialog));
const PasteNoticeDialog = dynamic(() => import("./paste-notice-dialog").then((module) => module.PasteNoticeDialog));

/** The ways in: files, a folder, pasted text, or by hand. */
export function ImportActions({ picker }: { picker: FilePicker }) {
  const [open, setOpen] = useState<"create" | "paste" | null>(null);
  const close = () => setOpen(null);
  useDeedFromAddress({ create: () => setOpen("create"), import: picker.pickFiles });
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button variant="primary">
            Add <ChevronDown aria-hidden />
          </Button>
        }
      >
        <MenuItem onSelect={picker.pickFiles}>
          <FileUp aria-hidden /> Tender files or a ZIP
        </MenuItem>
        <MenuItem onSelect={picker.pickFolder}>
          <FolderUp aria-hidden /> A folder
        </MenuItem>
        <MenuItem onSelect={() => setOpen("paste")}>
          <ClipboardPaste aria-hidden /> Paste a notice
        </MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={() => setOpen("create")}>
          <PenLine aria-hidden /> By hand
        </MenuItem>
      </Menu>
      {open === "create" ? <CreateDialog onClose={close} /> : null}
      {open === "paste" ? <PasteNoticeDialog onClose={close} /> : null}
    </>
  );
}

/** The command palette leads here with `?do=create` or `?do=import`; the address is clean again at once. */
function useDeedFromAddress(deeds: Record<string, () => void>) {
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    const params = new URLSearchParams(window.location.search);
    const deed = latest.current[params.get("do") ?? ""];
    if (!deed) return;
    params.delete("do");
    const rest = params.toString();
    window.history.replaceState(null, "", rest ? `${window.location.pathname}?${rest}` : window.location.pathname);
    deed();
  }, []);
}
