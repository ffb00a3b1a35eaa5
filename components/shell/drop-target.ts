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

/**
 * Files dropped anywhere in the window go here while the component stands. Null: this page has no wish of its own. `isFallback`: only where
 * no page has one, however late it was mounted.
 */
export function useDropTarget(target: DropTarget | null, isFallback = false): void {
  const onFiles = useEffectEvent((files: PickedFile[]) => target?.onFiles(files));
  const title = target?.title;
  const hint = target?.hint ?? "";
  useEffect(() => {
    if (title === undefined) return;
    const mine: DropTarget = { title, hint, onFiles: (files) => onFiles(files) };
    if (isFallback) targets.unshift(mine);
    else targets.push(mine);
    return () => void targets.splice(targets.indexOf(mine), 1);
  }, [title, hint, isFallback]);
}

export function currentDropTarget(): DropTarget | null {
  return targets.at(-1) ?? null;
}
