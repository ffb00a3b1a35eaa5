"use client";
import { useMemo } from "react";
import { Added, Removed } from "@/components/changes/changed-words";
import { wordDiff } from "./word-diff.logic";

/** What went and what came, word by word in one sentence. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => wordDiff(before, after), [before, after]);
  return parts.map(({ op, text }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a comparison never move
    if (op === "added") return <Added key={index}>{text}</Added>;
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    if (op === "removed") return <Removed key={index}>{text}</Removed>;
    return text;
  });
}
