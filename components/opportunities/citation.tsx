"use client";
import { createContext, type ReactNode, useContext } from "react";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { CitationChip } from "@/components/ui/citation-chip";
import type { Citation } from "./opportunity-types";

export interface OpenPassage {
  documentId: string;
  renditionId?: string;
  title: string;
  start: number;
  end: number;
}

interface Passages {
  open: OpenPassage | null;
  onOpen: (passage: OpenPassage) => void;
}

const PassageContext = createContext<Passages | null>(null);

/** Whoever shows documents beside the text gives the chips below it a place to open in. */
export function PassageProvider({ passages, children }: { passages: Passages; children: ReactNode }) {
  return <PassageContext.Provider value={passages}>{children}</PassageContext.Provider>;
}

export function usePassages(): Passages | null {
  return useContext(PassageContext);
}

/** The number of a statement's source: the quote on hover, the document beside the text on a click. */
export function CitationMark({ n, citation }: { n: number; citation: Citation }) {
  const { workspace } = useShell();
  const passages = usePassages();
  const passage = passageOf(citation);
  return (
    <CitationChip
      n={n}
      quote={citation.quote}
      title={citation.title}
      place={citation.page === null ? null : `page ${citation.page}`}
      freshness={citation.freshness}
      href={passageHref(workspace.slug, passage)}
      isActive={passages?.open?.documentId === passage.documentId && passages.open.start === passage.start}
      onOpen={passages ? () => passages.onOpen(passage) : undefined}
    />
  );
}

export function passageOf(citation: Citation): OpenPassage {
  const { documentId, renditionId, title, start, end } = citation;
  return { documentId, renditionId, title, start, end };
}

/** The document's own page at a passage. */
export function passageHref(workspaceSlug: string, passage: OpenPassage): string {
  const at = new URLSearchParams({ start: String(passage.start), end: String(passage.end) });
  if (passage.renditionId) at.set("rendition", passage.renditionId);
  return `${placeHref(workspaceSlug, "library")}/${passage.documentId}?${at}`;
}
