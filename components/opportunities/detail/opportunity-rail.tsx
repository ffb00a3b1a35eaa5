"use client";
import Link from "next/link";
import { Tasks } from "@/components/collaboration/tasks";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { FactList } from "@/components/ui/page-layout";
import { RelativeTime } from "@/components/ui/relative-time";
import { useNow } from "../deadline";
import { showDeadline, urgencyOf } from "../deadline.logic";
import { FitMark } from "../fit-mark";
import type { OpportunityView } from "../opportunity-types";
import { isOver, procedureWords } from "../opportunity-words";
import { wholeValue } from "../value-words";

export function OpportunityRail({ opportunity }: { opportunity: OpportunityView }) {
  return (
    <>
      <Countdown opportunity={opportunity} />
      <Tasks
        subject={{ subjectKind: "opportunity", subjectId: opportunity.id }}
        dueHint={opportunity.submissionAt ?? null}
      />
      <Watchers opportunity={opportunity} />
      <About opportunity={opportunity} />
    </>
  );
}

const look = { past: "text-subtle", near: "text-attention", far: "text-ink" };

/** How long there is, in the reader's zone, with the buyer's beside it. */
function Countdown({ opportunity }: { opportunity: OpportunityView }) {
  const nowMs = useNow();
  const { submissionAt, submissionZone, submissionDate, procedureStatus, isSubmissionContradicted } = opportunity;
  const submission = opportunity.deadlines.find((group) => group.kind === "submission");
  const inForce = submission?.statements.find((one) => one.id === submission.inForceId);
  const shown = showDeadline(
    { at: submissionAt, zone: submissionZone, date: submissionDate, localTime: inForce?.localTime ?? null },
    nowMs,
  );
  const over = isOver(procedureStatus);
  return (
    <Card title="Submission">
      {over ? (
        <p className="text-lg font-semibold text-muted">{procedureWords[procedureStatus]}: no bids are taken</p>
      ) : shown ? (
        <p className={`text-xl font-semibold tabular-nums ${look[urgencyOf(shown)]}`} suppressHydrationWarning>
          {shown.isPast ? "Passed " : ""}
          {shown.distance}
        </p>
      ) : (
        <p className="text-lg font-semibold text-muted">No date is known</p>
      )}
      {shown ? <p className="tabular-nums text-muted">{shown.text}</p> : null}
      {shown?.stated ? <p className="text-sm text-subtle">The buyer states {shown.stated}</p> : null}
      {isSubmissionContradicted ? (
        <p className="mt-1 text-sm text-attention">Documents disagree; this is the earlier date.</p>
      ) : null}
      {opportunity.questionsAt ? <QuestionsDue at={opportunity.questionsAt} nowMs={nowMs} /> : null}
    </Card>
  );
}

function QuestionsDue({ at, nowMs }: { at: string; nowMs: number }) {
  const shown = showDeadline({ at, zone: null, date: null }, nowMs);
  if (!shown) return null;
  return (
    <p className="mt-2 border-t border-subtle pt-2 text-sm text-muted" suppressHydrationWarning>
      Questions {shown.isPast ? "closed" : "until"} {shown.text}, {shown.distance}
    </p>
  );
}

function Watchers({ opportunity }: { opportunity: OpportunityView }) {
  const { owner, watchers } = opportunity;
  const others = watchers.filter((one) => one.id !== owner?.id);
  return (
    <Card title="People">
      <FactList
        facts={[
          {
            name: "Owner",
            value: owner ? (
              <span className="inline-flex items-center gap-2">
                <Avatar name={owner.name} /> {owner.name}
              </span>
            ) : (
              "nobody yet"
            ),
          },
          {
            name: "Watching",
            value:
              others.length > 0 ? (
                <ul className="flex flex-wrap gap-1">
                  {others.map((one) => (
                    <li key={one.id} data-tooltip={one.name}>
                      <Avatar name={one.name} />
                      <span className="sr-only">{one.name}</span>
                    </li>
                  ))}
                </ul>
              ) : (
                "nobody"
              ),
          },
        ]}
      />
    </Card>
  );
}

function About({ opportunity }: { opportunity: OpportunityView }) {
  const { workspace } = useShell();
  const { value, collection } = opportunity;
  return (
    <Card title="About">
      <FactList
        facts={[
          {
            name: "Fit",
            value: (
              <FitMark
                score={opportunity.fitScore}
                known={opportunity.fitKnown}
                hasBlocker={opportunity.hasBlocker}
                isSpelled
              />
            ),
          },
          { name: "Value", value: value ? wholeValue(value.amount, value.currency) : null },
          { name: "Place", value: opportunity.place ?? opportunity.country },
          { name: "Found", value: <RelativeTime at={opportunity.firstSeenAt} /> },
          { name: "Sources", value: opportunity.sources.join(", ") || null },
          {
            name: "Files in",
            value: (
              <Link
                href={`${placeHref(workspace.slug, "library")}?collection=${collection.id}`}
                className="text-accent hover:underline"
              >
                {collection.name}
              </Link>
            ),
          },
          {
            name: "Visible to",
            value:
              collection.visibility === "restricted"
                ? `${collection.memberIds.length} named ${collection.memberIds.length === 1 ? "member" : "members"}`
                : "the workspace",
          },
          {
            name: "Tags",
            value: opportunity.tags.length ? (
              <span className="flex flex-wrap gap-1">
                {opportunity.tags.map((tag) => (
                  <Badge key={tag}>{tag}</Badge>
                ))}
              </span>
            ) : null,
          },
        ]}
      />
    </Card>
  );
}
