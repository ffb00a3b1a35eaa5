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
const targets: (DropTarget & { isFallback: boolean })[] = [];

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
    const mine = { title, hint, isFallback, onFiles: (files: PickedFile[]) => onFiles(files) };
    if (isFallback) targets.unshift(mine);
    else targets.push(mine);
    return () => void targets.splice(targets.indexOf(mine), 1);
  }, [title, hint, isFallback]);
}

/** In the markup of a page with a use of its own for files: known before the page has woken. */
export function TakesFiles() {
  return <span hidden data-takes-files />;
}

/** Whether the page says that it takes files itself, and cannot yet. */
export function isDropTargetToCome(): boolean {
  return document.querySelector("[data-takes-files]") !== null && (targets.at(-1)?.isFallback ?? true);
}

export function currentDropTarget(): DropTarget | null {
  return targets.at(-1) ?? null;
}
