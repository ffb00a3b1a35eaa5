"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { decisionMeanings, decisionWords, factorWords } from "../opportunity-words";
import { percent } from "../value-words";

/** Every decision that was taken, also those taken back, each with the factors of its moment. */
export function Decisions({ opportunityId }: { opportunityId: string }) {
  const decisions = useQuery(useTRPC().fit.decisions.queryOptions({ opportunityId }));
  const all = decisions.data?.decisions ?? [];
  if (all.length === 0) return null;
  return (
    <Card title="Decisions so far" isFlush>
      <ol className="divide-y divide-subtle">
        {all.map((one) => (
          <li key={one.id} className="px-4 py-2.5">
            <p className="flex flex-wrap items-center gap-2">
              {one.decision ? (
                <Badge meaning={decisionMeanings[one.decision]}>{decisionWords[one.decision]}</Badge>
              ) : (
                <Badge>Taken back</Badge>
              )}
              <span className="text-muted">
                {one.decidedBy?.name ?? "a former member"}, <RelativeTime at={one.createdAt} />
                {one.score === null ? "" : `, fit ${percent(one.score)}`}
                {one.mergedFrom ? `, of #${one.mergedFrom.number}, which was merged into this one` : ""}
              </span>
            </p>
            {one.reason ? <p className="mt-0.5 wrap-anywhere">{one.reason}</p> : null}
            {one.factors.length > 0 ? (
              <details className="mt-1 text-sm text-muted">
                <summary className="text-accent hover:underline">The factors of that moment</summary>
                <ul className="mt-1 flex flex-col gap-0.5">
                  {one.factors.map((factor) => (
                    <li key={factor.factor} className="wrap-anywhere">
                      <span className="font-medium">{factorWords[factor.factor]}</span>{" "}
                      {factor.score === null ? "unknown" : percent(factor.score)}: {factor.explanation}
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
