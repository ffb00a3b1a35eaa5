"use client";
import { type ReactNode, useCallback, useRef } from "react";
import { filesOfInput, type PickedFile } from "./collect-files";

export interface FilePicker {
  pickFiles: () => void;
  pickFolder: () => void;
  /** Hidden; to be put somewhere on the page. */
  inputs: ReactNode;
}

/** The browser's dialogs for files and for a folder. */
export function useFilePicker(onFiles: (files: PickedFile[]) => void): FilePicker {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const pickFiles = useCallback(() => files.current?.click(), []);
  const pickFolder = useCallback(() => folder.current?.click(), []);

  function take(input: HTMLInputElement) {
    if (input.files?.length) onFiles(filesOfInput(input.files));
    // The same file may be chosen again.
    input.value = "";
  }

  const hidden = { type: "file", multiple: true, hidden: true, tabIndex: -1 } as const;
  return {
    pickFiles,
    pickFolder,
    inputs: (
      <>
        <input ref={files} {...hidden} aria-label="Files to upload" onChange={(event) => take(event.target)} />
        <input
          ref={(element) => {
            folder.current = element;
            // Not known to the types: lets the dialog choose a folder and gives each file its path.
            element?.setAttribute("webkitdirectory", "");
          }}
          {...hidden}
          aria-label="Folder to upload"
          onChange={(event) => take(event.target)}
        />
      </>
    ),
  };
}
