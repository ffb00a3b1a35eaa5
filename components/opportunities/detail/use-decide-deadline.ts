"use client";
import { useCallback, useState } from "react";
import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import { useUpdateOpportunities } from "../use-update-opportunities";

/** Says which statement of a date holds; Undo brings back the one that somebody had put in force, or opens the question again. */
export function useDecideDeadline(opportunityId: string) {
  const update = useUpdateOpportunities();
  const [isDeciding, setIsDeciding] = useState(false);
  const decide = useCallback(
    async (kind: DeadlineKind, statementId: string | null, done: string) => {
      setIsDeciding(true);
      let before: string | null = null;
      await update({
        done,
        about: `${kind} date ${opportunityId}`,
        run: async (client) => {
          const decided = await client.opportunities.decideDeadline.mutate({ opportunityId, kind, statementId });
          before = decided.previousId;
        },
        undo: (client) => client.opportunities.decideDeadline.mutate({ opportunityId, kind, statementId: before }),
      });
      setIsDeciding(false);
    },
    [opportunityId, update],
  );
  return { decide, isDeciding };
}
