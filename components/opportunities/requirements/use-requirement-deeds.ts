"use client";
import { useCallback } from "react";
import { type ListRow, stepTo } from "./requirement-groups.logic";
import type { Requirement } from "./requirement-types";
import type { RunDeed } from "./use-requirements";

interface RequirementDeeds {
  requirements: readonly Requirement[];
  /** As they are drawn, headings between them. */
  rows: readonly ListRow<Requirement>[];
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  onActivate: (id: string) => void;
  run: RunDeed;
}

/** Choosing, dropping and moving a requirement of the list. */
export function useRequirementDeeds({ requirements, rows, selected, onSelect, onActivate, run }: RequirementDeeds) {
  const toggle = useCallback(
    (id: string) => {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      onSelect(next);
    },
    [selected, onSelect],
  );
  const drop = useCallback(
    async (requirement: Requirement) => {
      const next = stepTo(rows, requirement.id, 1);
      const dropped = await run(
        (client) => client.requirements.drop.mutate({ ids: [requirement.id] }),
        `${requirement.label} dropped`,
      );
      if (dropped && next && next !== requirement.id) onActivate(next);
    },
    [rows, run, onActivate],
  );
  const move = useCallback(
    (requirement: Requirement, by: 1 | -1) => {
      const at = requirements.findIndex((one) => one.id === requirement.id);
      // Behind the next one; or behind the one before the previous, and that may be none.
      const afterId = by === 1 ? requirements[at + 1]?.id : (requirements[at - 2]?.id ?? null);
      if (afterId === undefined || (by === -1 && at <= 0)) return;
      void run(
        (client) => client.requirements.move.mutate({ id: requirement.id, afterId }),
        `${requirement.label} moved ${by === 1 ? "down" : "up"}`,
      );
    },
    [requirements, run],
  );
  return { toggle, drop, move };
}
