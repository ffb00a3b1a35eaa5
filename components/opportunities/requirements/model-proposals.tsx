"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, ChevronDown, Sparkles, X } from "lucide-react";
import { useState } from "react";
import { useLive } from "@/components/shell/live";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { toast } from "@/components/ui/toast";
import { passageHref } from "../citation";
import { count, requirementKindWords } from "../opportunity-words";
import { proposalWords, refinementWords } from "./proposal-words.logic";
import type { ModelProposal } from "./requirement-types";
import type { RunDeed } from "./use-requirements";

interface ModelProposalsProps {
  opportunityId: string;
  mayWrite: boolean;
  run: RunDeed;
}

/** What a language model found in the documents that the rules did not, each with its quote; it holds once somebody accepts it. Without a model, nothing. */
export function ModelProposals({ opportunityId, mayWrite, run }: ModelProposalsProps) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const input = { opportunityId };
  const [isOpen, setIsOpen] = useState(true);
  const found = useQuery(trpc.requirements.proposals.queryOptions(input));
  const again = () => cache.invalidateQueries(trpc.requirements.proposals.queryFilter(input));
  useLive(({ kind, id }) => {
    if (kind === "reset" || (kind === "requirement" && id === opportunityId)) void again();
  });
  const ask = useMutation(
    trpc.requirements.refine.mutationOptions({
      onSuccess: () => {
        toast.ok("The model goes through the documents; what it proposes appears here");
        void again();
      },
      onError: (error) => toast.error("The model was not asked", { description: errorMessage(error) }),
    }),
  );
  const { model, refinement, proposals } = found.data ?? { model: null, refinement: null, proposals: [] };
  if (!model && proposals.length === 0) return null;
  const isRunning = refinement?.state === "running";
  return (
    <section aria-label="Proposed by a model" className="rounded-lg border border-model bg-surface">
      <header className="flex flex-col gap-1 px-3 py-2">
        <div className="flex items-center gap-2">
          <Sparkles className="size-4 shrink-0 text-model" aria-hidden />
          <h2 className="min-w-0 flex-1 font-medium">
            {proposals.length === 0
              ? "Nothing proposed by the model"
              : count(proposals.length, "proposal", "proposals")}
          </h2>
          {mayWrite && model && !isRunning ? (
            <Button size="sm" isLoading={ask.isPending} onClick={() => ask.mutate(input)}>
              {refinement ? "Ask again" : "Ask the model"}
            </Button>
          ) : null}
          {proposals.length > 0 ? (
            <Button
              size="icon"
              variant="ghost"
              aria-expanded={isOpen}
              aria-label={isOpen ? "Hide the proposals" : "Show the proposals"}
              onClick={() => setIsOpen(!isOpen)}
            >
              <ChevronDown className={cn(isOpen && "rotate-180")} aria-hidden />
            </Button>
          ) : null}
        </div>
        <p className="text-sm text-muted wrap-anywhere">{refinementWords(model, refinement)}</p>
      </header>
      {isOpen && proposals.length > 0 ? (
        <ul className="max-h-80 divide-y divide-subtle overflow-y-auto border-t border-subtle">
          {proposals.map((proposal) => (
            <Proposal key={proposal.id} proposal={proposal} mayWrite={mayWrite} run={run} onDecided={again} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

interface ProposalProps {
  proposal: ModelProposal;
  mayWrite: boolean;
  run: RunDeed;
  onDecided: () => Promise<unknown>;
}

function Proposal({ proposal, mayWrite, run, onDecided }: ProposalProps) {
  const { workspace } = useShell();
  const client = useTRPCClient();
  const [isBusy, setIsBusy] = useState(false);
  const { document, renditionId, start, end, page } = proposal;

  async function accept() {
    setIsBusy(true);
    await run(async (trpc) => {
      const { deed } = await trpc.requirements.decideProposal.mutate({ id: proposal.id, isAccepted: true });
      if (!deed) throw new Error("an accepted proposal is a deed");
      return deed;
    }, "The proposal was accepted");
    await onDecided();
    setIsBusy(false);
  }
  async function reject() {
    setIsBusy(true);
    try {
      await client.requirements.decideProposal.mutate({ id: proposal.id, isAccepted: false });
      toast.ok("The proposal was put away");
    } catch (error) {
      toast.error("Nothing was changed", { description: errorMessage(error) });
    }
    await onDecided();
    setIsBusy(false);
  }

  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-3 py-2">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <Badge meaning="model">{proposalWords[proposal.what]}</Badge>
          {proposal.requirements.map((one) => (
            <span key={one.id} className="font-medium tabular-nums">
              {one.label}
            </span>
          ))}
          <Change proposal={proposal} />
        </p>
        <p className="mt-1 wrap-anywhere">
          <q className="bg-evidence">{proposal.quote.replace(/\s+/g, " ")}</q>{" "}
          <a
            className="text-sm text-accent underline"
            href={passageHref(workspace.slug, {
              documentId: document.id,
              renditionId,
              title: document.title,
              start,
              end,
            })}
          >
            {document.title}
            {page ? `, page ${page}` : ""}
          </a>
        </p>
        <p className="mt-0.5 text-sm text-muted wrap-anywhere">
          {proposal.model}: {proposal.reason}
        </p>
      </div>
      {mayWrite ? (
        <span className="flex gap-2">
          <Button size="sm" disabled={isBusy} onClick={() => void accept()}>
            <Check aria-hidden /> Accept
          </Button>
          <Button size="sm" variant="ghost" disabled={isBusy} onClick={() => void reject()}>
            <X aria-hidden /> Reject
          </Button>
        </span>
      ) : null}
    </li>
  );
}

function Change({ proposal }: { proposal: ModelProposal }) {
  const { what, proposed, requirements } = proposal;
  const [first] = requirements;
  if (what === "merge") return <span className="text-muted">are one requirement</span>;
  if (what === "add" || !first) {
    return (
      <span className="text-muted">
        {proposed.kind ? requirementKindWords[proposed.kind] : ""}, {proposed.isMandatory ? "mandatory" : "optional"}
      </span>
    );
  }
  return (
    <span className="text-muted">
      {proposed.kind ? `${requirementKindWords[first.kind]} → ${requirementKindWords[proposed.kind]}` : ""}
      {proposed.kind && proposed.isMandatory !== null ? ", " : ""}
      {proposed.isMandatory === null
        ? ""
        : `${first.isMandatory ? "mandatory" : "optional"} → ${proposed.isMandatory ? "mandatory" : "optional"}`}
    </span>
  );
}
