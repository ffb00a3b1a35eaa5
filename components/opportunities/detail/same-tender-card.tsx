"use client";
import { useQuery } from "@tanstack/react-query";
import { CopyCheck } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { roleMay } from "@/lib/vocabulary/workspaces";
import type { OpportunityRow, OpportunityView } from "../opportunity-types";
import { decisionMeanings, decisionWords, outcomeMeanings, outcomeWords } from "../opportunity-words";
import { useUpdateOpportunities } from "../use-update-opportunities";

/** Others that look like this very tender, brought twice: why, and one press to make them one. Nothing when there is none. */
export function SameTenderCard({ opportunity }: { opportunity: OpportunityView }) {
  const { similar } = useTRPC().opportunities;
  // It comes when the papers have been read: what was found alike before knew neither title nor reference.
  const found = useQuery({
    ...similar.queryOptions({ id: opportunity.id }, { staleTime: 60_000 }),
    refetchOnMount: "always",
  });
  const same = found.data?.similar.filter((one) => one.sameTender !== null) ?? [];
  if (same.length === 0) return null;
  return (
    <section aria-label="This tender may be here already" className="rounded-lg border border-attention bg-surface">
      <header className="flex items-center gap-3 rounded-t-lg bg-attention-soft px-4 py-2.5">
        <CopyCheck className="size-4 shrink-0 text-attention" aria-hidden />
        <h2 className="font-semibold text-attention">This tender may be here already</h2>
      </header>
      <ul className="divide-y divide-subtle">
        {same.map(({ opportunity: other, sameTender }) => (
          <Twin key={other.id} own={opportunity} other={other} why={sameTender ?? ""} />
        ))}
      </ul>
    </section>
  );
}

function Twin({ own, other, why }: { own: OpportunityView; other: OpportunityRow; why: string }) {
  const { workspace, member } = useShell();
  const router = useRouter();
  const update = useUpdateOpportunities();
  const [isBusy, setIsBusy] = useState(false);
  const here = placeHref(workspace.slug, "opportunities");
  // What was here first has been worked on: the later one goes into it.
  const [into, from] = other.number < own.number ? [other, own] : [own, other];

  async function merge() {
    setIsBusy(true);
    const isDone = await update({
      done: `Merged into #${into.number}`,
      run: (client) => client.opportunities.merge.mutate({ fromId: from.id, intoId: into.id }),
      undo: (client) => client.opportunities.unmerge.mutate({ id: from.id }),
    });
    setIsBusy(false);
    if (isDone && into.id !== own.id) router.push(`${here}/${into.id}`);
  }

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
      <span className="min-w-0 flex-1 basis-60">
        <Link href={`${here}/${other.id}`} className="font-medium wrap-anywhere hover:underline">
          #{other.number} {other.title}
        </Link>
        <span className="block text-sm text-muted wrap-anywhere">{why}</span>
      </span>
      {other.outcome ? <Badge meaning={outcomeMeanings[other.outcome]}>{outcomeWords[other.outcome]}</Badge> : null}
      {other.decision ? (
        <Badge meaning={decisionMeanings[other.decision]}>{decisionWords[other.decision]}</Badge>
      ) : null}
      {roleMay(member.role, "opportunities:write") ? (
        <Button size="sm" isLoading={isBusy} onClick={() => void merge()}>
          {into.id === own.id ? "Merge it into this one" : `Merge into #${into.number}`}
        </Button>
      ) : null}
    </li>
  );
}
