"use client";
import { AlarmClock, TriangleAlert } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useShell } from "@/components/shell/shell-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { nothingYet } from "@/components/ui/nothing-yet";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { passageOf, usePassages } from "../citation";
import { Deadline } from "../deadline";
import type { DeadlineStatement, OpportunityView } from "../opportunity-types";
import { count, deadlineWords } from "../opportunity-words";
import { placeWords, type StatedPlace, statedDates } from "./stated-dates.logic";
import { useDecideDeadline } from "./use-decide-deadline";

const EnterDateDialog = dynamic(() => import("./enter-date-dialog").then((module) => module.EnterDateDialog), {
  loading: nothingYet,
});

/** Dates about which documents disagree, both wordings beside each other, until a person says which one holds. */
export function Contradictions({ opportunity }: { opportunity: OpportunityView }) {
  return opportunity.contradictions.map((contradiction) => {
    const group = opportunity.deadlines.find((one) => one.kind === contradiction.kind);
    const statements = group?.statements.filter((one) => contradiction.statementIds.includes(one.id)) ?? [];
    if (statements.length < 2) return null;
    return (
      <Contradiction
        key={contradiction.kind}
        opportunity={opportunity}
        kind={contradiction.kind}
        drivingId={contradiction.drivingId}
        statements={statements}
      />
    );
  });
}

interface ContradictionProps {
  opportunity: OpportunityView;
  kind: DeadlineStatement["kind"];
  drivingId: string | null;
  statements: readonly DeadlineStatement[];
}

function Contradiction({ opportunity, kind, drivingId, statements }: ContradictionProps) {
  const { member } = useShell();
  const mayWrite = roleMay(member.role, "opportunities:write");
  const [isEntering, setIsEntering] = useState(false);
  const { decide, isDeciding } = useDecideDeadline(opportunity.id);
  const what = deadlineWords[kind];
  const dates = statedDates(statements);
  return (
    <section aria-label={`${what}: documents disagree`} className="rounded-lg border border-attention bg-surface">
      <header className="flex flex-wrap items-start gap-x-3 gap-y-2 rounded-t-lg bg-attention-soft px-4 py-3">
        <TriangleAlert className="mt-0.5 size-4 shrink-0 text-attention" aria-hidden />
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold text-attention">{what}: the documents disagree</h2>
          <p className="text-sm text-attention">
            {count(statements.length, "statement")} cannot all hold. The earlier one drives reminders until you decide.
          </p>
        </div>
        {mayWrite ? (
          <Button size="sm" onClick={() => setIsEntering(true)}>
            None of them
          </Button>
        ) : null}
      </header>
      <ol
        className={cn(
          "grid divide-subtle max-sm:divide-y",
          dates.length === 2 ? "sm:grid-cols-2 sm:divide-x" : "sm:grid-cols-3",
        )}
      >
        {dates.map(({ first, places, words }) => (
          <li key={first.id} className="flex min-w-0 flex-col gap-2 px-4 py-3">
            <div className="flex flex-wrap items-center gap-2">
              <span className="text-lg font-semibold tabular-nums">{words}</span>
              {places.some(({ statement }) => statement.id === drivingId) ? (
                <Badge meaning="attention">
                  <AlarmClock aria-hidden /> drives reminders
                </Badge>
              ) : null}
            </div>
            {first.at ? <Deadline at={first.at} zone={first.zone} /> : null}
            {places.map(({ statement, alsoIn }) => (
              <Quote key={statement.id} statement={statement} alsoIn={alsoIn} />
            ))}
            {mayWrite ? (
              <Button
                size="sm"
                className="mt-auto self-start"
                isLoading={isDeciding}
                onClick={() => void decide(kind, first.id, `${what}: ${words} holds`)}
              >
                This one holds
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {mayWrite ? null : (
        <p className="border-t border-subtle px-4 py-2 text-sm text-muted">A member of this workspace can decide.</p>
      )}
      {isEntering ? (
        <EnterDateDialog opportunityId={opportunity.id} kind={kind} onClose={() => setIsEntering(false)} />
      ) : null}
    </section>
  );
}

/** The words themselves, lit; pressing them opens the document there. */
function Quote({ statement, alsoIn }: StatedPlace<DeadlineStatement>) {
  const passages = usePassages();
  const { citation } = statement;
  const where = placeWords(statement);
  const words = (
    <>
      <q className="block border-l-2 border-evidence-line bg-evidence px-2 py-1 text-left wrap-anywhere before:content-none after:content-none">
        {statement.quote}
      </q>
      <span className="mt-1 block text-left text-sm text-muted">
        {where}
        {alsoIn.length > 0 ? ` and ${alsoIn.join(", ")}` : ""}
      </span>
    </>
  );
  if (!citation || !passages) return <div>{words}</div>;
  return (
    <button
      type="button"
      className="rounded-sm hover:opacity-85"
      title={`Open ${where}`}
      onClick={() => passages.onOpen(passageOf(citation))}
    >
      {words}
    </button>
  );
}
