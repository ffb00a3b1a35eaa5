"use client";
import { Button } from "@/components/ui/button";
import { count } from "../opportunity-words";
import type { Requirement } from "./requirement-types";
import type { RunDeed } from "./use-requirements";

interface RequirementsBulkBarProps {
  chosen: readonly Requirement[];
  run: RunDeed;
  onDone: () => void;
}

/** What can be done to the chosen requirements together. */
export function RequirementsBulkBar({ chosen, run, onDone }: RequirementsBulkBarProps) {
  const ids = chosen.map((one) => one.id);
  const them = count(chosen.length, "requirement");
  const act = async (deed: Parameters<RunDeed>[0], done: string) => {
    if (await run(deed, done)) onDone();
  };
  return (
    <div
      role="toolbar"
      aria-label="Chosen requirements"
      className="flex flex-wrap items-center gap-2 rounded-lg border border-subtle bg-selected px-3 py-2"
    >
      <span className="mr-2 font-medium tabular-nums">{chosen.length} chosen</span>
      <Button
        size="sm"
        disabled={chosen.length < 2 || chosen.length > 20}
        onClick={() => void act((client) => client.requirements.merge.mutate({ ids }), `${them} merged`)}
      >
        Merge
      </Button>
      <Button
        size="sm"
        onClick={() => void act((client) => client.requirements.drop.mutate({ ids }), `${them} dropped`)}
      >
        Drop
      </Button>
      <Button size="sm" variant="ghost" className="ml-auto" onClick={onDone}>
        Clear choice
      </Button>
    </div>
  );
}
