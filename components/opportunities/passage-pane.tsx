"use client";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { DocumentPane } from "@/components/library/document-pane";
import { useShell } from "@/components/shell/shell-context";
import { IconButton } from "@/components/ui/icon-button";
import { type OpenPassage, passageHref } from "./citation";

/** The document at the passage, beside the text or over it; Esc leads back to where one came from. */
export function PassagePane({ passage, onClose }: { passage: OpenPassage; onClose: () => void }) {
  const { workspace } = useShell();
  const heading = useRef<HTMLHeadingElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const returnTo = document.activeElement as HTMLElement | null;
    heading.current?.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      close.current();
      returnTo?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <section
      aria-label={`Source: ${passage.title}`}
      className="fixed inset-y-0 right-0 z-40 flex w-full min-w-0 flex-col border-l border-subtle bg-surface shadow-raised sm:w-[min(860px,60vw)]"
    >
      <header className="flex items-center gap-2 border-b border-subtle px-4 py-2">
        <h2 ref={heading} tabIndex={-1} className="min-w-0 flex-1 truncate font-medium outline-none">
          {passage.title}
        </h2>
        <a className="shrink-0 text-sm text-accent underline" href={passageHref(workspace.slug, passage)}>
          Open its page
        </a>
        <IconButton label="Back (Esc)" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto [--viewer-top:0px]">
        <DocumentPane
          key={`${passage.documentId} ${passage.start}`}
          documentId={passage.documentId}
          renditionId={passage.renditionId}
          passage={{ start: passage.start, end: passage.end }}
        />
      </div>
    </section>
  );
}
