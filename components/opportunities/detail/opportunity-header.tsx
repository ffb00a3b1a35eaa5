"use client";
import { Eye, EyeOff } from "lucide-react";
import { useShell } from "@/components/shell/shell-context";
import { usePeople } from "@/components/shell/use-people";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/select";
import { useMediaQuery } from "@/components/ui/use-media-query";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { Deadline, useStatusNow } from "../deadline";
import type { OpportunityView } from "../opportunity-types";
import {
  count,
  decisionMeanings,
  decisionWords,
  isOver,
  kindWords,
  outcomeMeanings,
  outcomeWords,
  procedureMeanings,
  procedureWords,
} from "../opportunity-words";
import { useStages } from "../use-stages";
import { useUpdateOpportunities } from "../use-update-opportunities";
import { OpportunityMenu } from "./opportunity-menu";

interface OpportunityHeaderProps {
  opportunity: OpportunityView;
  onDecide: () => void;
}

export function OpportunityHeader({ opportunity, onDecide }: OpportunityHeaderProps) {
  const { member } = useShell();
  const mayWrite = roleMay(member.role, "opportunities:write");
  const { decision, outcome } = opportunity;
  const status = useStatusNow(opportunity);
  // Where the rail goes below everything else, the first thing that is asked of a tender stands at the top.
  const isNarrow = useMediaQuery("(max-width: 1023px)");
  return (
    <PageHeader
      title={opportunity.title}
      status={
        <>
          {opportunity.isReading ? <Badge meaning="accent">Reading</Badge> : null}
          {/* Papers that people drop seldom say where the procedure stands: a badge that says so says nothing. */}
          {opportunity.isReading || status === "unknown" ? null : (
            <Badge meaning={procedureMeanings[status]}>{procedureWords[status]}</Badge>
          )}
          {outcome ? <Badge meaning={outcomeMeanings[outcome]}>{outcomeWords[outcome]}</Badge> : null}
          {decision ? <Badge meaning={decisionMeanings[decision]}>{decisionWords[decision]}</Badge> : null}
          {opportunity.reopened.length > 0 ? (
            <Badge meaning="attention">{count(opportunity.reopened.length, "thing")} to confirm again</Badge>
          ) : null}
          {opportunity.isArchived ? <Badge>Archived</Badge> : null}
        </>
      }
      description={
        <>
          <span className="line-clamp-2" title={opportunity.buyer ?? undefined}>
            <span className="tabular-nums">#{opportunity.number}</span>
            {" · "}
            {opportunity.buyer ?? (
              <span className="text-subtle">{opportunity.isReading ? "Buyer not read yet" : "Buyer not stated"}</span>
            )}
            <span className="text-subtle">
              {opportunity.reference ? ` · ${opportunity.reference}` : ""}
              {opportunity.kind === "other" ? "" : ` · ${kindWords[opportunity.kind]}`}
            </span>
          </span>
          {isNarrow ? (
            <Deadline
              at={opportunity.submissionAt}
              zone={opportunity.submissionZone}
              date={opportunity.submissionDate}
              isOver={isOver(status)}
              isContradicted={opportunity.isSubmissionContradicted}
              className="mt-1.5"
            />
          ) : null}
        </>
      }
      actions={
        mayWrite ? (
          <>
            <StageSelect opportunity={opportunity} />
            <OwnerSelect opportunity={opportunity} />
            <WatchButton opportunity={opportunity} />
            <OpportunityMenu opportunity={opportunity} />
            {roleMay(member.role, "opportunities:decide") ? (
              <Button variant={decision ? "secondary" : "primary"} onClick={onDecide}>
                {decision ? "See the decision" : "Decide go or no-go"}
              </Button>
            ) : null}
          </>
        ) : null
      }
    />
  );
}

function StageSelect({ opportunity }: { opportunity: OpportunityView }) {
  const { stages } = useStages();
  const update = useUpdateOpportunities();
  const known = stages.some((stage) => stage.key === opportunity.stage);
  const options = [
    ...(known ? [] : [{ value: opportunity.stage, label: stages.length > 0 ? opportunity.stage : "Stage" }]),
    ...stages.map(({ key, name }) => ({ value: key, label: name })),
  ];
  const nameOf = (key: string) => options.find((option) => option.value === key)?.label ?? key;
  const move = (to: string) =>
    update({
      done: `Moved to ${nameOf(to)}`,
      about: `stage ${opportunity.id}`,
      run: (client) => client.opportunities.updateMany.mutate({ ids: [opportunity.id], stage: to }),
      undo: (client) => client.opportunities.updateMany.mutate({ ids: [opportunity.id], stage: opportunity.stage }),
    });
  return (
    <Select
      aria-label="Stage"
      value={opportunity.stage}
      onChange={(event) => void move(event.target.value)}
      options={options}
    />
  );
}

function OwnerSelect({ opportunity }: { opportunity: OpportunityView }) {
  const { people } = usePeople();
  const update = useUpdateOpportunities();
  const { owner } = opportunity;
  const others = people.filter((person) => person.userId !== owner?.id);
  const give = (ownerId: string | null) =>
    update({
      done: ownerId ? `Given to ${people.find((one) => one.userId === ownerId)?.name ?? "them"}` : "Nobody owns it now",
      about: `owner ${opportunity.id}`,
      run: (client) => client.opportunities.updateMany.mutate({ ids: [opportunity.id], ownerId }),
      undo: (client) => client.opportunities.updateMany.mutate({ ids: [opportunity.id], ownerId: owner?.id ?? null }),
    });
  return (
    <Select
      aria-label="Owner"
      value={owner?.id ?? ""}
      onChange={(event) => void give(event.target.value || null)}
      options={[
        { value: "", label: "No owner" },
        ...(owner ? [{ value: owner.id, label: owner.name }] : []),
        ...others.map(({ userId, name }) => ({ value: userId, label: name })),
      ]}
      className="max-w-44"
    />
  );
}

function WatchButton({ opportunity }: { opportunity: OpportunityView }) {
  const { self } = usePeople();
  const update = useUpdateOpportunities();
  const isWatching = opportunity.watchers.some((one) => one.id === self?.userId);
  const Icon = isWatching ? EyeOff : Eye;
  const watch = (on: boolean) => ({
    done: on ? "You are told what happens to it" : "You are not told any more",
    run: (client: Parameters<Parameters<typeof update>[0]["run"]>[0]) =>
      client.opportunities.watch.mutate({ id: opportunity.id, isWatching: on }),
  });
  return (
    <Button aria-pressed={isWatching} onClick={() => void update(watch(!isWatching))}>
      <Icon aria-hidden /> {isWatching ? "Stop watching" : "Watch"}
    </Button>
  );
}
