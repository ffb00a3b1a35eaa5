"use client";
import { Upload } from "lucide-react";
import { useEffect, useState } from "react";
import { currentDropTarget, type DropTarget } from "./drop-target";

/** Takes files and folders dropped anywhere in the window, and says what letting go will do. */
export function DropArea() {
  const [over, setOver] = useState<DropTarget | null>(null);
  useEffect(() => {
    // Every element on the way says enter and leave; only their balance tells whether the pointer has left the window.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    function onEnter(event: DragEvent) {
      if (!hasFiles(event)) return;
      depth++;
      setOver(currentDropTarget());
    }
    function onLeave(event: DragEvent) {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(null);
    }
    function onOver(event: DragEvent) {
      if (hasFiles(event)) event.preventDefault();
    }
    async function onDrop(event: DragEvent) {
      if (!event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(null);
      const target = currentDropTarget();
      const transfer = event.dataTransfer;
      // The list of what was dropped is empty after this turn: its entries are taken before anything is awaited.
      const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
      const { filesOfEntries } = await import("@/components/library/upload/collect-files");
      const files = await filesOfEntries(entries);
      if (files.length > 0) target?.onFiles(files);
    }
    window.addEventListener("dragenter", onEnter);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("dragover", onOver);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragenter", onEnter);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("drop", onDrop);
    };
  }, []);
  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-3 z-50 flex flex-col items-center justify-center gap-2 rounded-lg border-2 border-dashed border-accent bg-accent-soft text-accent">
      <Upload className="size-8" aria-hidden />
      <p className="text-lg font-semibold">{over.title}</p>
      <p>{over.hint}</p>
    </div>
  );
}
