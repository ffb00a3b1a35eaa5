"use client";
import { Upload } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { filesOfDrop, type PickedFile } from "./collect-files";

/** Takes files and folders dropped anywhere in the window, and shows that it will. */
export function DropArea({ onFiles }: { onFiles: (files: PickedFile[]) => void }) {
  const [isOver, setIsOver] = useState(false);
  const tell = useRef(onFiles);
  useEffect(() => {
    tell.current = onFiles;
  });
  useEffect(() => {
    // Every element on the way says enter and leave; only their balance tells whether the pointer has left the window.
    let depth = 0;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    function onEnter(event: DragEvent) {
      if (!hasFiles(event)) return;
      depth++;
      setIsOver(true);
    }
    function onLeave(event: DragEvent) {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setIsOver(false);
    }
    function onOver(event: DragEvent) {
      if (hasFiles(event)) event.preventDefault();
    }
    async function onDrop(event: DragEvent) {
      if (!event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setIsOver(false);
      const files = await filesOfDrop(event.dataTransfer);
      if (files.length > 0) tell.current(files);
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
  if (!isOver) return null;
  return (
    <div className="pointer-events-none fixed inset-3 z-50 flex flex-col items-center justify-center gap-2 rounded-lg border-2 border-dashed border-accent bg-accent-soft text-accent">
      <Upload className="size-8" aria-hidden />
      <p className="text-lg font-semibold">Drop to upload</p>
      <p>Files and whole folders</p>
    </div>
  );
}
