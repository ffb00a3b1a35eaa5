"use client";
import { Upload } from "lucide-react";
import { useEffect, useState } from "react";
import { toast } from "@/components/ui/toast";
import { currentDropTarget, type DropTarget, isDropTargetToCome } from "./drop-target";
import { type Dropped, pageIsAwake, takeEarlyDrop } from "./early-drop";

/** Browsers say "over" several times a second while files hang above the window. Silence for so long means that they have left. */
const silenceMs = 800;

/** Takes files and folders dropped anywhere in the window, and says what letting go will do. */
export function DropArea() {
  const [over, setOver] = useState<DropTarget | null>(null);
  useEffect(() => {
    let silence: ReturnType<typeof setTimeout> | undefined;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    function hide() {
      clearTimeout(silence);
      setOver(null);
    }
    // The first sign may be an "over" as well: the drag may have begun before this listened.
    function onOver(event: DragEvent) {
      if (!event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      const target = currentDropTarget();
      event.dataTransfer.dropEffect = target ? "copy" : "none";
      setOver(target);
      clearTimeout(silence);
      silence = setTimeout(hide, silenceMs);
    }
    function onLeave(event: DragEvent) {
      // Going from one element to the next is no leaving.
      if (hasFiles(event) && event.relatedTarget === null && isOutside(event)) hide();
    }
    function onDrop(event: DragEvent) {
      if (!event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      hide();
      // The list of what was dropped is empty after this turn: all of it is taken before anything is awaited.
      const dropped = [...event.dataTransfer.items]
        .filter(({ kind }) => kind === "file")
        .map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
      void giveTo(
        currentDropTarget(),
        dropped.filter((one) => one !== null),
      );
    }
    const early = takeEarlyDrop();
    if (early.length > 0) void pageIsAwake(isDropTargetToCome).then(() => giveTo(currentDropTarget(), early));
    window.addEventListener("dragenter", onOver);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("dragover", onOver);
    window.addEventListener("drop", onDrop);
    return () => {
      clearTimeout(silence);
      window.removeEventListener("dragenter", onOver);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("drop", onDrop);
    };
  }, []);
  if (!over) return null;
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-3 z-50 flex flex-col items-center justify-center gap-2 rounded-lg border-2 border-dashed border-accent bg-accent-soft text-accent"
    >
      <Upload className="size-8" aria-hidden />
      <p className="text-lg font-semibold">{over.title}</p>
      <p>{over.hint}</p>
    </div>
  );
}

async function giveTo(target: DropTarget | null, dropped: readonly Dropped[]): Promise<void> {
  const { filesOfDrop } = await import("@/components/library/upload/collect-files");
  const { files, unread } = await filesOfDrop(dropped);
  if (!target) return;
  if (unread.length > 0) toast.error(`This browser could not read ${inWords(unread)}`);
  if (files.length > 0) target.onFiles(files);
  else if (unread.length === 0) toast.error("There was no file in what you dropped");
}

function inWords([first, ...others]: readonly string[]): string {
  return others.length > 0 ? `${first} and ${others.length} more` : `${first}`;
}

function isOutside({ clientX, clientY }: DragEvent): boolean {
  return clientX <= 0 || clientY <= 0 || clientX >= window.innerWidth || clientY >= window.innerHeight;
}
