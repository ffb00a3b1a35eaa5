"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ban } from "lucide-react";
import { useState } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { toast } from "@/components/ui/toast";
import { passageHref, usePassages } from "../citation";
import { factorWords } from "../opportunity-words";
import { percent } from "../value-words";
import { FitBar } from "./fit-bar";
import type { FitFactorView } from "./fit-types";

interface FactorRowProps {
  factor: FitFactorView;
  opportunityId: string;
  mayWrite: boolean;
  isUnknown?: boolean;
}

/** One factor: how it stands, why, what it rests on, and what it weighs. */
export function FactorRow({ factor, opportunityId, mayWrite, isUnknown }: FactorRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const name = factorWords[factor.factor];
  if (isUnknown) {
    return (
      <li className="grid gap-x-4 sm:grid-cols-[150px_minmax(0,1fr)]">
        <span className="text-muted">{name}</span>
        <span className="text-subtle wrap-anywhere">{factor.explanation}</span>
      </li>
    );
  }
  return (
    <li className="px-4 py-3">
      <div className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[150px_minmax(0,1fr)_auto]">
        <span className="font-medium">{name}</span>
        <span className="flex items-center gap-3">
          <FitBar score={factor.score ?? 0} low={factor.low} high={factor.high} label={name} />
          <span className="w-10 text-right tabular-nums">{percent(factor.score ?? 0)}</span>
        </span>
        <Weight factor={factor} opportunityId={opportunityId} mayWrite={mayWrite} />
      </div>
      <p className="mt-1 wrap-anywhere text-muted">
        {factor.isBlocker ? (
          <Badge meaning="danger" className="mr-1">
            <Ban aria-hidden /> not met
          </Badge>
        ) : null}
        {factor.explanation}{" "}
        {factor.basis.length > 0 ? (
          <button
            type="button"
            aria-expanded={isOpen}
            className="text-sm text-accent hover:underline"
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? "Hide what it rests on" : `What it rests on (${factor.basis.length})`}
          </button>
        ) : null}
      </p>
      {isOpen ? <Basis factor={factor} /> : null}
    </li>
  );
}

const kindWords: Record<string, string> = {
  evidence: "Document",
  opportunity: "Opportunity",
  profile: "What we do",
  notice: "Notice",
  requirement: "Requirement",
};

function Basis({ factor }: { factor: FitFactorView }) {
  const { workspace } = useShell();
  const passages = usePassages();
  return (
    <ul className="mt-2 flex flex-col gap-2 border-l-2 border-subtle pl-3">
      {factor.basis.map((basis, index) => {
        const { document } = basis;
        const passage = document
          ? { documentId: document.id, title: document.title, start: document.start, end: document.end }
          : null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a factor's basis is computed as a whole and never reordered
          <li key={index} className="text-sm">
            <span className={passage ? "bg-evidence wrap-anywhere" : "wrap-anywhere"}>{basis.text}</span>{" "}
            {passage ? (
              <a
                href={passageHref(workspace.slug, passage)}
                className="text-accent hover:underline"
                onClick={(event) => {
                  if (!passages || event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  passages.onOpen(passage);
                }}
              >
                {passage.title}
                {document?.page ? `, page ${document.page}` : ""}
              </a>
            ) : (
              <span className="text-subtle">{kindWords[basis.kind] ?? ""}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What it weighs here; moved by hand it holds for this opportunity alone. */
function Weight({ factor, opportunityId, mayWrite }: Omit<FactorRowProps, "isUnknown">) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [moved, setMoved] = useState<number | null>(null);
  const set = useMutation(
    trpc.fit.setWeight.mutationOptions({
      onError: (error) => toast.error("The weight was not changed", { description: errorMessage(error) }),
      onSettled: async () => {
        await cache.invalidateQueries(trpc.fit.pathFilter());
        setMoved(null);
      },
    }),
  );
  const weight = moved ?? factor.weight;
  const name = factorWords[factor.factor];
  const tell = (next: number) => {
    if (next !== factor.weight) set.mutate({ opportunityId, factor: factor.factor, weight: next });
  };
  return (
    <span className="flex items-center gap-2 text-sm text-muted">
      <label className="flex items-center gap-2">
        <span>weighs</span>
        <input
          type="range"
          aria-label={`Weight of ${name}`}
          min={0}
          max={100}
          step={1}
          value={weight}
          disabled={!mayWrite}
          className="w-20 accent-accent"
          onChange={(event) => setMoved(Number(event.target.value))}
          onPointerUp={(event) => tell(Number(event.currentTarget.value))}
          onKeyUp={(event) => tell(Number(event.currentTarget.value))}
        />
        <span className="w-7 text-right tabular-nums">{Math.round(weight)}</span>
      </label>
      {factor.isOwnWeight && mayWrite ? (
        <button
          type="button"
          className="text-accent hover:underline"
          onClick={() => set.mutate({ opportunityId, factor: factor.factor, weight: null })}
        >
          reset
        </button>
      ) : null}
    </span>
  );
}
