"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { parseTags } from "@/components/library/tags.logic";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { toast } from "@/components/ui/toast";
import { retentionFormOf, retentionOf } from "./retention.logic";
import { budgetOf, formOf, formProblems, scheduleOf, scopeOf } from "./source-form.logic";
import type { SourceView } from "./source-types";
import { useRefreshSources } from "./use-refresh-sources";

export type SourceForm = ReturnType<typeof useSourceForm>;

function wordsOf(source: SourceView) {
  return {
    name: source.name,
    kind: source.kind,
    tags: source.tags.join(", "),
    isIgnoring: source.robots === "ignore",
    leave: source.robotsReason ?? "",
    hasPictures: source.pictures === "changed",
  };
}

/** What is typed into the settings of a source, what of it cannot be sent yet, and the way to send it. */
export function useSourceForm(source: SourceView) {
  const client = useTRPCClient();
  const refresh = useRefreshSources();
  const [words, setWords] = useState(() => wordsOf(source));
  const [limits, setLimits] = useState(() => formOf(source));
  const [kept, setKept] = useState(() => retentionFormOf(source.retention));
  const inherited = useQuery(useTRPC().sources.retention.queryOptions()).data ?? { keep: "all" as const };
  const retention = retentionOf(kept);
  const problems = formProblems(limits);
  const lacksLeave = words.isIgnoring && words.leave.trim() === "";

  const save = useMutation({
    mutationFn: () =>
      client.sources.update.mutate({
        id: source.id,
        name: words.name.trim(),
        kind: words.kind,
        tags: parseTags(words.tags),
        schedule: scheduleOf(limits),
        budget: budgetOf(limits),
        scope: scopeOf(limits),
        retention,
        pictures: words.hasPictures ? "changed" : "none",
        robots: words.isIgnoring ? "ignore" : "obey",
        robotsReason: words.isIgnoring ? words.leave.trim() : undefined,
      }),
    onSuccess: async () => {
      await refresh([source.id]);
      toast.ok("Source changed", { description: "The next run follows it." });
    },
  });

  return {
    words,
    change: (changes: Partial<typeof words>) => setWords((before) => ({ ...before, ...changes })),
    limits,
    changeLimits: (changes: Partial<typeof limits>) => setLimits((before) => ({ ...before, ...changes })),
    problems,
    kept,
    changeKept: (changes: Partial<typeof kept>) => setKept((before) => ({ ...before, ...changes })),
    inherited,
    lacksLeave,
    canSave: Object.keys(problems).length === 0 && retention !== undefined && words.name.trim() !== "" && !lacksLeave,
    save,
  };
}
