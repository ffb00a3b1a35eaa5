"use client";
import { diffWordsWithSpace } from "diff";
import { useMemo } from "react";
import { Added, Removed } from "@/components/changes/changed-words";

/** What went and what came, word by word in one sentence. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => diffWordsWithSpace(before, after), [before, after]);
  return parts.map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a comparison never move
    if (part.added) return <Added key={index}>{part.value}</Added>;
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    if (part.removed) return <Removed key={index}>{part.value}</Removed>;
    return part.value;
  });
}
