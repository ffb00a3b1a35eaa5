"use client";
import { ChevronDown, ClipboardPaste, FileUp, FolderUp, PenLine, Table2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import type { FilePicker } from "@/components/library/upload/use-file-picker";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { nothingYet } from "@/components/ui/nothing-yet";

const CreateDialog = dynamic(() => import("./create-dialog").then((module) => module.CreateDialog), {
  loading: nothingYet,
});
const ImportTableDialog = dynamic(() => import("./import-table-dialog").then((module) => module.ImportTableDialog), {
  loading: nothingYet,
});
const PasteNoticeDialog = dynamic(() => import("./paste-notice-dialog").then((module) => module.PasteNoticeDialog), {
  loading: nothingYet,
});

/** The ways in: files, a folder, pasted text, a list, or by hand. */
export function ImportActions({ picker }: { picker: FilePicker }) {
  const [open, setOpen] = useState<"create" | "paste" | "table" | null>(null);
  const close = () => setOpen(null);
  useDeedFromAddress({ create: () => setOpen("create"), table: () => setOpen("table"), import: picker.pickFiles });
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
        <MenuItem onSelect={() => setOpen("table")}>
          <Table2 aria-hidden /> A list as XLSX or CSV
        </MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={() => setOpen("create")}>
          <PenLine aria-hidden /> By hand
        </MenuItem>
      </Menu>
      {open === "create" ? <CreateDialog onClose={close} /> : null}
      {open === "table" ? <ImportTableDialog onClose={close} /> : null}
      {open === "paste" ? <PasteNoticeDialog onClose={close} /> : null}
    </>
  );
}

/** The command palette leads here with `?do=create`, `?do=table` or `?do=import`; the address is clean again at once. */
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
