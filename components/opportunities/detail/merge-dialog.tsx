"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SearchField } from "@/components/ui/search-field";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Deadline } from "../deadline";
import type { OpportunityView } from "../opportunity-types";
import { count } from "../opportunity-words";
import { useUpdateOpportunities } from "../use-update-opportunities";

/** The same tender found twice: the other one's notices, documents and work come here. */
export function MergeDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const update = useUpdateOpportunities();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const found = useQuery(
    useTRPC().opportunities.list.queryOptions(
      { text: text.trim() || opportunity.title.slice(0, 60), limit: 10 },
      { placeholderData: keepPreviousData },
    ),
  );
  const others = found.data?.opportunities.filter((one) => one.id !== opportunity.id) ?? [];

  async function merge() {
    if (!chosen) return;
    setIsBusy(true);
    const isDone = await update({
      done: "Merged into this opportunity",
      run: (client) => client.opportunities.merge.mutate({ fromId: chosen, intoId: opportunity.id }),
      undo: (client) => client.opportunities.unmerge.mutate({ id: chosen }),
    });
    setIsBusy(false);
    if (isDone) onClose();
  }

  return (
    <Dialog
      title="Merge with another opportunity"
      description="Its notices, documents, requirements, questions, comments and tasks are here from then on, and it leaves the list. The two can be taken apart again at any time."
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" isLoading={isBusy} disabled={chosen === null} onClick={merge}>
            Merge it into this one
          </Button>
        </>
      }
    >
      <SearchField label="Search opportunities" value={text} onChange={setText} className="w-full" />
      {found.isPending ? <SkeletonRows rows={4} /> : null}
      {found.data && others.length === 0 ? (
        <p className="py-4 text-muted">
          {text.trim()
            ? "No other opportunity fits."
            : "No other is called like this one. Search for it by title, buyer or reference."}
        </p>
      ) : null}
      <fieldset className="mt-2 flex min-w-0 flex-col">
        <legend className="sr-only">The one to merge</legend>
        {others.map((one) => (
          <label
            key={one.id}
            className="flex min-h-row items-center gap-3 border-b border-subtle px-1 py-1.5 last:border-b-0 hover:bg-hover"
          >
            <input
              type="radio"
              name="other"
              className="accent-accent"
              checked={chosen === one.id}
              onChange={() => setChosen(one.id)}
            />
            <span className="min-w-0 flex-1">
              <span className="block truncate">{one.title}</span>
              <span className="block truncate text-xs text-subtle">
                {[`#${one.number}`, count(one.requirementCount, "requirement"), one.reference, one.buyer]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <Deadline
              at={one.submissionAt}
              zone={one.submissionZone}
              date={one.submissionDate}
              isContradicted={one.isSubmissionContradicted}
              className="shrink-0 text-right text-sm"
            />
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
