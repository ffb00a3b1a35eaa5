"use client";
import type { Outcome } from "@/lib/vocabulary/opportunities";
import type { OpportunityRow } from "../opportunity-types";
import { count, outcomeWords } from "../opportunity-words";
import { useUpdateOpportunities } from "../use-update-opportunities";
import { groupBy } from "./group-by";

/** What is done to several opportunities at once. Each deed carries its way back, to what every one of them was before. */
export function useBulkDeeds(rows: readonly OpportunityRow[], onDone: () => void) {
  const update = useUpdateOpportunities();
  const ids = rows.map((row) => row.id);
  const them = count(rows.length, "opportunity", "opportunities");

  async function act(deed: Parameters<typeof update>[0]) {
    if (await update(deed)) onDone();
  }
  const toStage = (stage: { key: string; name: string }) =>
    act({
      done: `${them} moved to ${stage.name}`,
      run: (client) => client.opportunities.updateMany.mutate({ ids, stage: stage.key }),
      undo: (client) =>
        Promise.all(
          groupBy(rows, (row) => row.stage).map(([key, some]) =>
            client.opportunities.updateMany.mutate({ ids: some.map((row) => row.id), stage: key }),
          ),
        ),
    });
  const toOwner = (ownerId: string | null, name: string) =>
    act({
      done: ownerId ? `${them} given to ${name}` : `${them} left without an owner`,
      run: (client) => client.opportunities.updateMany.mutate({ ids, ownerId }),
      undo: (client) =>
        Promise.all(
          groupBy(rows, (row) => row.owner?.id ?? null).map(([owner, some]) =>
            client.opportunities.updateMany.mutate({ ids: some.map((row) => row.id), ownerId: owner }),
          ),
        ),
    });
  const toOutcome = (outcome: Outcome | null) =>
    act({
      done: outcome ? `${them}: ${outcomeWords[outcome]}` : `${them} open again`,
      run: (client) => Promise.all(ids.map((id) => client.pipeline.setOutcome.mutate({ id, outcome }))),
      undo: (client) =>
        Promise.all(rows.map((row) => client.pipeline.setOutcome.mutate({ id: row.id, outcome: row.outcome }))),
    });
  const archive = (isArchived: boolean) =>
    act({
      done: isArchived ? `${them} archived` : `${them} back in the list`,
      run: (client) => client.opportunities.updateMany.mutate({ ids, isArchived }),
      undo: (client) => client.opportunities.updateMany.mutate({ ids, isArchived: !isArchived }),
    });
  const remove = () =>
    act({
      done: `${them} deleted`,
      run: (client) => client.opportunities.updateMany.mutate({ ids, isDeleted: true }),
      undo: (client) => client.opportunities.updateMany.mutate({ ids, isDeleted: false }),
    });

  return { them, toStage, toOwner, toOutcome, archive, remove };
}
