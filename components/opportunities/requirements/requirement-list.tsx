"use client";
import { ChevronDown, ChevronRight } from "lucide-react";
import dynamic from "next/dynamic";
import { type RefObject, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { cn } from "@/components/ui/class-names";
import { nothingYet } from "@/components/ui/nothing-yet";
import { useVirtualRows } from "@/components/ui/use-virtual-rows";
import { type ListRow, lastHeading, requirementRows, stepTo } from "./requirement-groups.logic";
import { RequirementRow } from "./requirement-row";
import type { Requirement } from "./requirement-types";
import { useRequirementDeeds } from "./use-requirement-deeds";
import { type OpenDialog, useRequirementKeys } from "./use-requirement-keys";
import type { RunDeed } from "./use-requirements";

const SplitDialog = dynamic(() => import("./split-dialog").then((module) => module.SplitDialog), {
  loading: nothingYet,
});
const HistoryDialog = dynamic(() => import("./history-dialog").then((module) => module.HistoryDialog), {
  loading: nothingYet,
});

interface RequirementListProps {
  requirements: readonly Requirement[];
  activeId: string | null;
  onActivate: (id: string) => void;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  mayWrite: boolean;
  run: RunDeed;
  searchRef: RefObject<HTMLInputElement | null>;
}

const estimates = { document: 40, section: 30, requirement: 84 };
const keyOf = (row: ListRow<Requirement>) => row.key;

/** Documents, sections and requirements in one long list, of which only what is in view is drawn. */
export function RequirementList(props: RequirementListProps) {
  const { requirements, activeId, onActivate, selected, onSelect, mayWrite, run, searchRef } = props;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [editingId, setEditingId] = useState<string | null>(null);
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const room = useRef<HTMLElement>(null);
  const rows = useMemo(() => requirementRows(requirements, folded), [requirements, folded]);
  const keys = useMemo(() => rows.map(keyOf), [rows]);
  const estimate = useCallback((index: number) => estimates[rows[index]?.kind ?? "requirement"], [rows]);
  const { from, to, before, after, measure, scrollTo } = useVirtualRows({ room, keys, estimate });

  const show = useEffectEvent((id: string) => {
    const index = rows.findIndex((row) => row.key === id);
    if (index >= 0) scrollTo(index);
  });
  useEffect(() => {
    if (activeId) show(activeId);
  }, [activeId]);

  const { toggle, drop, move } = useRequirementDeeds({ requirements, rows, selected, onSelect, onActivate, run });
  useRequirementKeys({
    active: requirements.find((one) => one.id === activeId),
    mayWrite,
    step: (by) => {
      const next = stepTo(rows, activeId, by);
      if (next) onActivate(next);
    },
    search: () => searchRef.current?.focus(),
    toggle,
    drop,
    move,
    edit: setEditingId,
    open: setOpen,
  });

  return (
    <section
      ref={room}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label="Requirements"
      className="min-h-0 min-w-0 overflow-y-auto overscroll-contain outline-offset-[-2px]"
    >
      <div style={{ height: before }} />
      <ul>
        {rows.slice(from, to).map((row) => (
          <li key={row.key} ref={measure} data-row={row.key}>
            {row.kind === "document" ? (
              <DocumentHead row={row} onToggle={() => setFolded(toggledFold(folded, row.documentId ?? ""))} />
            ) : row.kind === "section" ? (
              <p className="truncate bg-surface px-4 pt-3 pb-1 text-sm font-medium text-muted" title={row.title}>
                {lastHeading(row.title)}
              </p>
            ) : (
              <RequirementRow
                requirement={row.requirement}
                isActive={row.requirement.id === activeId}
                isChosen={selected.has(row.requirement.id)}
                isEditing={row.requirement.id === editingId}
                mayWrite={mayWrite}
                onActivate={onActivate}
                onToggle={toggle}
                onEdit={setEditingId}
                onOpen={setOpen}
                onDrop={drop}
                onMove={move}
                run={run}
              />
            )}
          </li>
        ))}
      </ul>
      <div style={{ height: after }} />
      {open?.dialog === "split" ? (
        <SplitDialog requirement={open.requirement} run={run} onClose={() => setOpen(null)} />
      ) : null}
      {open?.dialog === "history" ? (
        <HistoryDialog requirement={open.requirement} onClose={() => setOpen(null)} />
      ) : null}
    </section>
  );
}

interface DocumentHeadProps {
  row: Extract<ListRow<Requirement>, { kind: "document" }>;
  onToggle: () => void;
}

function DocumentHead({ row, onToggle }: DocumentHeadProps) {
  const Chevron = row.isFolded ? ChevronRight : ChevronDown;
  return (
    <button
      type="button"
      aria-expanded={!row.isFolded}
      className={cn(
        "flex h-10 w-full items-center gap-2 border-y border-subtle bg-sunken px-3 text-left font-semibold hover:bg-hover",
      )}
      onClick={onToggle}
    >
      <Chevron className="size-4 shrink-0 text-muted" aria-hidden />
      <span className="min-w-0 flex-1 truncate">{row.title}</span>
      <span className="text-sm font-normal text-subtle tabular-nums">{row.isFolded ? row.count : null}</span>
    </button>
  );
}

function toggledFold(folded: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(folded);
  if (!next.delete(id)) next.add(id);
  return next;
}
