"use client";
import { ArrowDown, ArrowUp, CircleHelp, History, Pencil, Scissors, Trash2 } from "lucide-react";
import { memo } from "react";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { FreshnessBadge } from "@/components/ui/citation-chip";
import { cn } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { obligedWords, requirementKindWords } from "../opportunity-words";
import { Explanation } from "./explanation";
import { RequirementEditor } from "./requirement-editor";
import { nameOf } from "./requirement-groups.logic";
import type { Requirement } from "./requirement-types";
import type { RunDeed } from "./use-requirements";

interface RequirementRowProps {
  requirement: Requirement;
  isActive: boolean;
  isChosen: boolean;
  isEditing: boolean;
  mayWrite: boolean;
  onActivate: (id: string) => void;
  onToggle: (id: string) => void;
  onEdit: (id: string | null) => void;
  onOpen: (open: { dialog: "split" | "history"; requirement: Requirement }) => void;
  onDrop: (requirement: Requirement) => void;
  onMove: (requirement: Requirement, by: 1 | -1) => void;
  run: RunDeed;
}

/** One obligation. Drawn again only when it is the one that changed: there may be more than a thousand beside it. */
export const RequirementRow = memo(function RequirementRow(props: RequirementRowProps) {
  const { requirement, isActive, isChosen, isEditing, mayWrite, onActivate, onToggle, onEdit, run } = props;
  return (
    <div
      aria-current={isActive || undefined}
      className={cn(
        "relative flex gap-2.5 border-b border-subtle py-2.5 pr-3 pl-4",
        isChosen ? "bg-selected" : isActive ? "bg-hover" : "hover:bg-hover",
        isActive && "before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent",
      )}
    >
      {mayWrite ? (
        <Checkbox
          label={`Choose ${requirement.label}`}
          isLabelHidden
          className="mt-0.5 self-start"
          checked={isChosen}
          onChange={() => onToggle(requirement.id)}
        />
      ) : null}
      <div className="min-w-0 flex-1">
        {isEditing ? (
          <RequirementEditor requirement={requirement} run={run} onClose={() => onEdit(null)} />
        ) : (
          <button
            type="button"
            className="block w-full text-left wrap-anywhere outline-offset-4"
            onClick={() => onActivate(requirement.id)}
          >
            <span className={cn("block", !isActive && "line-clamp-4")}>
              <span className="mr-2 text-sm font-medium text-subtle tabular-nums">{nameOf(requirement)}</span>
              {requirement.leadIn ? <span className="text-muted">{requirement.leadIn} </span> : null}
              {withoutRef(requirement)}
            </span>
          </button>
        )}
        <Marks requirement={requirement} />
        {isActive && !isEditing ? (
          <>
            <Deeds {...props} />
            <Explanation key={`${requirement.id} ${requirement.revision}`} requirementId={requirement.id} />
          </>
        ) : null}
      </div>
    </div>
  );
});

const amendedWords = { removed: "Taken out", changed: "Changed", affected: "Names what is taken out" } as const;

function Marks({ requirement }: { requirement: Requirement }) {
  const { citation, unclear, duplicateOf, amendedBy, factor, origin } = requirement;
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-subtle">
      <span>{requirementKindWords[requirement.kind]}</span>
      <span>{requirement.isMandatory ? "mandatory" : "optional"}</span>
      <span>{obligedWords[requirement.obliged].toLowerCase()}</span>
      {citation?.page ? <span className="tabular-nums">page {citation.page}</span> : null}
      {requirement.due ? <span className="text-ink">{dueWords(requirement.due)}</span> : null}
      {factor ? <span data-tooltip="Judged under this evaluation factor">{factor.text}</span> : null}
      {duplicateOf ? <Badge>Same as {duplicateOf.label}</Badge> : null}
      {amendedBy ? (
        <span className="w-full text-ink wrap-anywhere" role="note">
          <Badge meaning="attention">{amendedWords[amendedBy.what]}</Badge> {amendedBy.title} says: “{amendedBy.quote}”
        </span>
      ) : null}
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

function Deeds(props: RequirementRowProps) {
  const { requirement, mayWrite, onEdit, onOpen, onDrop, onMove } = props;
  return (
    <div className="mt-1 -ml-2 flex flex-wrap items-center">
      {mayWrite ? (
        <>
          <IconButton label="Edit" shortcut="e" onClick={() => onEdit(requirement.id)}>
            <Pencil aria-hidden />
          </IconButton>
          <IconButton label="Split" shortcut="s" onClick={() => onOpen({ dialog: "split", requirement })}>
            <Scissors aria-hidden />
          </IconButton>
          <IconButton label="Move up" shortcut="⇧ K" onClick={() => onMove(requirement, -1)}>
            <ArrowUp aria-hidden />
          </IconButton>
          <IconButton label="Move down" shortcut="⇧ J" onClick={() => onMove(requirement, 1)}>
            <ArrowDown aria-hidden />
          </IconButton>
          <IconButton label="Drop: it is no requirement" shortcut="Del" onClick={() => onDrop(requirement)}>
            <Trash2 aria-hidden />
          </IconButton>
        </>
      ) : null}
      <IconButton label="History" shortcut="h" onClick={() => onOpen({ dialog: "history", requirement })}>
        <History aria-hidden />
      </IconButton>
      {requirement.reason ? <span className="ml-2 text-sm text-subtle">{requirement.reason}</span> : null}
    </div>
  );
}

/** A clause whose words begin with its number, or with the last part of it ("3 a)"), would show it twice. */
function withoutRef({ ref, text }: Requirement): string {
  const mark = ref && [ref, /\S+\)$/.exec(ref)?.[0] ?? ref].find((one) => text.startsWith(one));
  if (!mark) return text;
  const words = text.slice(mark.length);
  return /^[.):]?\s/.test(words) ? words.replace(/^[.):]?\s+/, "") : text;
}

/** The words of the document mostly say themselves that something is due. */
function dueWords(due: string): string {
  return /^(?:due|by|no later|not later|before|within|until|on)\b/i.test(due) ? due : `due ${due}`;
}
