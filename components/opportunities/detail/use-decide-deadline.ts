"use client";
import { useCallback, useState } from "react";
import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import { useUpdateOpportunities } from "../use-update-opportunities";

/** Says which statement of a date holds; Undo opens the question again. */
export function useDecideDeadline(opportunityId: string) {
  const update = useUpdateOpportunities();
  const [isDeciding, setIsDeciding] = useState(false);
  const decide = useCallback(
    async (kind: DeadlineKind, statementId: string | null, done: string) => {
      setIsDeciding(true);
      await update({
        done,
        about: `${kind} date ${opportunityId}`,
        run: (client) => client.opportunities.decideDeadline.mutate({ opportunityId, kind, statementId }),
        undo: statementId
          ? (client) => client.opportunities.decideDeadline.mutate({ opportunityId, kind, statementId: null })
          : undefined,
      });
      setIsDeciding(false);
    },
    [opportunityId, update],
  );
  return { decide, isDeciding };
}
