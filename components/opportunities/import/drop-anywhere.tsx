"use client";
import { DropArea } from "@/components/shell/drop-area";
import { useDropTarget } from "@/components/shell/drop-target";
import { useImport } from "./use-import";

/** Wherever a page has no other use for them, dropped files become an opportunity. */
export function DropAnywhere() {
  const { start } = useImport();
  useDropTarget(
    {
      title: "Drop to make an opportunity",
      hint: "A ZIP, a folder or the files of one tender",
      onFiles: (files) => void start(files),
    },
    true,
  );
  return <DropArea />;
}
