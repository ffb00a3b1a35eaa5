"use client";
import { CircleHelp } from "lucide-react";
import { memo } from "react";
import { Badge } from "@/components/ui/badge";
import { FreshnessBadge } from "@/components/ui/citation-chip";
import { cn } from "@/components/ui/class-names";
import { obligedWords, requirementKindWords } from "../opportunity-words";
import type { Requirement } from "./requirement-types";

interface RequirementRowProps {
  requirement: Requirement;
  isActive: boolean;
  onActivate: (id: string) => void;
}

/** One obligation. Drawn again only when it is the one that changed: there may be more than a thousand beside it. */
export const RequirementRow = memo(function RequirementRow({ requirement, isActive, onActivate }: RequirementRowProps) {
  return (
    <div
      aria-current={isActive || undefined}
      className={cn(
        "relative border-b border-subtle py-2.5 pr-3 pl-4",
        isActive ? "bg-hover" : "hover:bg-hover",
        isActive && "before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent",
      )}
    >
      <button
        type="button"
        className="block w-full text-left wrap-anywhere outline-offset-4"
        onClick={() => onActivate(requirement.id)}
      >
        <span className="mr-2 text-sm font-medium text-subtle tabular-nums">
          {requirement.ref ?? requirement.label}
        </span>
        {requirement.leadIn ? <span className="text-muted">{requirement.leadIn} </span> : null}
        <span className={cn(!isActive && "line-clamp-4")}>{requirement.text}</span>
      </button>
      <Marks requirement={requirement} />
      {isActive && requirement.reason ? <p className="mt-1 text-sm text-subtle">{requirement.reason}</p> : null}
    </div>
  );
});

function Marks({ requirement }: { requirement: Requirement }) {
  const { citation, unclear, duplicateOf, factor, origin } = requirement;
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-subtle">
      <span>{requirementKindWords[requirement.kind]}</span>
      <span>{requirement.isMandatory ? "mandatory" : "optional"}</span>
      <span>{obligedWords[requirement.obliged].toLowerCase()}</span>
      {citation?.page ? <span className="tabular-nums">page {citation.page}</span> : null}
      {requirement.due ? <span className="text-ink">due {requirement.due}</span> : null}
      {factor ? <span data-tooltip="Judged under this evaluation factor">{factor.text}</span> : null}
      {duplicateOf ? <Badge>Same as {duplicateOf.label}</Badge> : null}
      {unclear ? (
        <Badge meaning="attention" data-tooltip={unclear}>
          <CircleHelp aria-hidden /> Unclear
        </Badge>
      ) : null}
      {origin === "model" ? <Badge meaning="model">Taken by a model</Badge> : null}
      {origin === "person" ? <Badge>By {requirement.editedBy?.name ?? "a person"}</Badge> : null}
      {citation && citation.freshness !== "current" ? <FreshnessBadge freshness={citation.freshness} /> : null}
      {requirement.note ? (
        <span className="w-full text-ink wrap-anywhere" role="note">
          {requirement.note}
        </span>
      ) : null}
    </p>
  );
}
