"use client";
import { useEffect, useEffectEvent } from "react";
import type { PickedFile } from "@/components/library/upload/collect-files";

export interface DropTarget {
  /** What letting go does here: "Drop to add to the library". */
  title: string;
  hint: string;
  onFiles: (files: PickedFile[]) => void;
}

// The page that was opened last decides; without one the shell's own target does.
const targets: DropTarget[] = [];

/** Files dropped anywhere in the window go here while the component stands. Null: this page has no wish of its own. */
export function useDropTarget(target: DropTarget | null): void {
  const onFiles = useEffectEvent((files: PickedFile[]) => target?.onFiles(files));
  const title = target?.title;
  const hint = target?.hint ?? "";
  useEffect(() => {
    if (title === undefined) return;
    const mine: DropTarget = { title, hint, onFiles: (files) => onFiles(files) };
    targets.push(mine);
    return () => void targets.splice(targets.indexOf(mine), 1);
  }, [title, hint]);
}

export function currentDropTarget(): DropTarget | null {
  return targets.at(-1) ?? null;
}
