"use client";
import { useShell } from "@/components/shell/shell-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { roleMay } from "@/lib/vocabulary/workspaces";
import type { OpportunityView } from "../opportunity-types";
import { count } from "../opportunity-words";
import { useUpdateOpportunities } from "../use-update-opportunities";

/** What people took for the same tender, and the way back for each. */
export function MergedCard({ opportunity }: { opportunity: OpportunityView }) {
  const { member } = useShell();
  const update = useUpdateOpportunities();
  const { merged } = opportunity;
  const mayTakeApart = roleMay(member.role, "opportunities:write");
  const takeApart = (id: string) =>
    update({
      done: "It stands on its own again",
      run: (client) => client.opportunities.unmerge.mutate({ id }),
      undo: (client) => client.opportunities.merge.mutate({ fromId: id, intoId: opportunity.id }),
    });
  return (
    <Card
      title="Merged into this one"
      description={`${count(merged.length, "opportunity", "opportunities")} whose notices, documents and work are shown here`}
      isFlush
    >
      <ul className="divide-y divide-subtle">
        {merged.map(({ id, number, title }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            <span className="min-w-0 flex-1 basis-60 truncate" title={title}>
              <span className="text-subtle">#{number}</span> {title}
            </span>
            {mayTakeApart ? (
              <Button size="sm" variant="ghost" onClick={() => takeApart(id)}>
                Take apart
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
