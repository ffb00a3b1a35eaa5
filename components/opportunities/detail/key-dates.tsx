"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useShell } from "@/components/shell/shell-context";
import { Badge, type Meaning } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { nothingYet } from "@/components/ui/nothing-yet";
import type { DeadlineFlag, DeadlineKind, DeadlineState } from "@/lib/vocabulary/opportunities";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { Deadline } from "../deadline";
import type { DeadlineGroup, DeadlineStatement, OpportunityView } from "../opportunity-types";
import { deadlineWords, flagWords, isOver } from "../opportunity-words";
import { statedWords } from "../stated-words.logic";
import { Source } from "./statement";
import { useDecideDeadline } from "./use-decide-deadline";

const EnterDateDialog = dynamic(() => import("./enter-date-dialog").then((module) => module.EnterDateDialog), {
  loading: nothingYet,
});

const kindsToBeInTimeFor: readonly DeadlineKind[] = [
  "submission",
  "questions",
  "site_visit",
  "intent_to_bid",
  "interview",
];

interface KeyDatesProps {
  opportunity: OpportunityView;
  numbers: ReadonlyMap<string, number>;
}

/** Every date of the procedure: the one in force, how it was stated, and all other statements of it. */
export function KeyDates({ opportunity, numbers }: KeyDatesProps) {
  const { member } = useShell();
  const mayWrite = roleMay(member.role, "opportunities:write");
  const [isEntering, setIsEntering] = useState(false);
  const hasSubmission = opportunity.deadlines.some((group) => group.kind === "submission");
  return (
    <Card
      title="Key dates"
      isFlush
      actions={
        mayWrite ? (
          <Button size="sm" onClick={() => setIsEntering(true)}>
            {hasSubmission ? "Correct the submission date" : "Enter the submission date"}
          </Button>
        ) : null
      }
    >
      {hasSubmission ? null : (
        <p className="border-b border-subtle px-4 py-2.5 text-muted">
          {opportunity.isReading
            ? "The documents are being read; dates appear here as they are found."
            : "No document states when the submission is due. Nothing reminds of it until somebody enters it."}
        </p>
      )}
      <ul>
        {opportunity.deadlines.map((group) => (
          <DateRow key={group.kind} group={group} opportunity={opportunity} numbers={numbers} mayWrite={mayWrite} />
        ))}
      </ul>
      {isEntering ? (
        <EnterDateDialog opportunityId={opportunity.id} kind="submission" onClose={() => setIsEntering(false)} />
      ) : null}
    </Card>
  );
}

function DateRow(props: KeyDatesProps & { group: DeadlineGroup; mayWrite: boolean }) {
  const { group, opportunity, numbers, mayWrite } = props;
  const [isOpen, setIsOpen] = useState(false);
  const inForce = group.statements.find((one) => one.id === group.inForceId) ?? group.statements[0];
  if (!inForce) return null;
  const others = group.statements.filter((one) => one !== inForce);
  return (
    <li className="border-b border-subtle px-4 py-2.5 last:border-b-0">
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[150px_190px_minmax(0,1fr)]">
        <span className="font-medium">{deadlineWords[group.kind]}</span>
        <Deadline
          at={inForce.at}
          zone={inForce.zone}
          date={inForce.localDate}
          localTime={inForce.localTime}
          isOver={isOver(opportunity.procedureStatus) && group.kind === "submission"}
          isContradicted={group.isContradicted}
        />
        <div className="min-w-0">
          <Stated statement={inForce} numbers={numbers} />
          {others.length > 0 ? (
            <button
              type="button"
              aria-expanded={isOpen}
              className="mt-1 block text-sm text-accent hover:underline"
              onClick={() => setIsOpen(!isOpen)}
            >
              {isOpen ? "Hide" : `${others.length} other ${others.length === 1 ? "statement" : "statements"}`}
            </button>
          ) : null}
        </div>
      </div>
      {isOpen ? (
        <ul className="mt-2 flex flex-col gap-2 border-l-2 border-subtle pl-3">
          {others.map((statement) => (
            <Other key={statement.id} statement={statement} {...{ opportunity, numbers, mayWrite }} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

const stateWords: Record<DeadlineState, string> = {
  in_force: "In force",
  contradicted: "Contradicts",
  rejected: "Rejected",
  superseded: "Superseded",
};
const stateMeanings: Record<DeadlineState, Meaning> = {
  in_force: "ok",
  contradicted: "attention",
  rejected: "neutral",
  superseded: "neutral",
};

function Other({
  statement,
  opportunity,
  numbers,
  mayWrite,
}: KeyDatesProps & { statement: DeadlineStatement; mayWrite: boolean }) {
  const { decide, isDeciding } = useDecideDeadline(opportunity.id);
  const words = statedWords(statement);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <span className={cn("w-44 tabular-nums", statement.state === "superseded" && "text-subtle line-through")}>
        {words}
      </span>
      <Badge meaning={stateMeanings[statement.state]}>{stateWords[statement.state]}</Badge>
      <div className="min-w-0 flex-1 basis-60">
        <Stated statement={statement} numbers={numbers} />
      </div>
      {mayWrite && statement.localDate ? (
        <Button
          size="sm"
          variant="ghost"
          isLoading={isDeciding}
          onClick={() => void decide(statement.kind, statement.id, `${deadlineWords[statement.kind]}: ${words} holds`)}
        >
          This one holds
        </Button>
      ) : null}
    </li>
  );
}

/** A note on the zone says all of it, and more; the hour matters where somebody has to be in time. */
function isWorthSaying(flag: DeadlineFlag, { kind, note }: DeadlineStatement): boolean {
  if (flag === "past") return false;
  if (flag === "zone_differs_from_season") return !note;
  if (flag === "no_time" || flag === "no_zone") return kindsToBeInTimeFor.includes(kind);
  return true;
}

/** How it was written, where, and what a reader should know of it. */
function Stated({ statement, numbers }: { statement: DeadlineStatement; numbers: ReadonlyMap<string, number> }) {
  const remarks = [
    statement.note ?? "",
    ...statement.flags.filter((flag) => isWorthSaying(flag, statement)).map((flag) => flagWords[flag]),
  ]
    .map((remark) => remark.replace(/[.\s]+$/, ""))
    .filter(Boolean);
  // A note may say what a flag says.
  const once = [...new Set(remarks)];
  return (
    <>
      <span className="wrap-anywhere text-muted">
        {statement.quote ? <>“{statement.quote}” </> : null}
        <Source statement={statement} numbers={numbers} />
      </span>
      {once.length > 0 ? <span className="block text-sm text-attention">{once.join(". ")}.</span> : null}
      {statement.decidedBy ? (
        <span className="block text-sm text-subtle">Decided by {statement.decidedBy.name}</span>
      ) : null}
    </>
  );
}
