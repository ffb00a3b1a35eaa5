"use client";
import { type FilePicker, useFilePicker } from "@/components/library/upload/use-file-picker";
import { useImport } from "./use-import";

/** The dialogs for tender files and for a folder of them; what is chosen becomes an opportunity. */
export function useDropFiles(): FilePicker {
  const { start } = useImport();
  return useFilePicker((files) => void start(files));
}
