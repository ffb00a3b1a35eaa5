"use client";
import { CheckSquare, Square, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { cn } from "@/components/ui/class-names";
import { deadlineWords } from "../opportunity-words";
import type { CalendarEntry } from "./calendar-types";

/** A date of a tender or a task, with its time where one is stated. */
export function Entry({ entry, isShort }: { entry: CalendarEntry; isShort?: boolean }) {
  const { workspace } = useShell();
  const time = entry.at ? timeOf(entry.at) : null;
  if (entry.type === "task") {
    const Icon = entry.isDone ? CheckSquare : Square;
    return (
      <Link
        href={`/${workspace.slug}${entry.path}`}
        prefetch={false}
        className={cn(
          "flex min-w-0 items-center gap-1.5 rounded-sm px-1.5 hover:bg-hover",
          isShort ? "h-6 text-sm" : "min-h-row",
          entry.isDone && "text-subtle line-through",
        )}
        data-tooltip={isShort ? entry.title : undefined}
      >
        <Icon className="size-3.5 shrink-0 text-muted" aria-label={entry.isDone ? "Task, done" : "Task"} />
        <span className="min-w-0 flex-1 truncate">{entry.title}</span>
        {isShort ? null : <span className="text-sm text-subtle">{entry.assignee?.name ?? "nobody"}</span>}
      </Link>
    );
  }
  const { opportunity } = entry;
  const isSettled = opportunity.outcome !== null;
  return (
    <Link
      href={`${placeHref(workspace.slug, "opportunities")}/${opportunity.id}`}
      prefetch={false}
      className={cn(
        "flex min-w-0 items-center gap-1.5 rounded-sm px-1.5",
        isShort ? "h-6 text-sm" : "min-h-row",
        isSettled
          ? "text-subtle"
          : entry.isContradicted
            ? "bg-attention-soft text-attention"
            : entry.kind === "submission"
              ? "bg-accent-soft text-accent"
              : "hover:bg-hover",
      )}
      data-tooltip={isShort ? `${deadlineWords[entry.kind]}: ${opportunity.title}` : undefined}
    >
      {entry.isContradicted ? <TriangleAlert className="size-3.5 shrink-0" aria-label="Dates disagree" /> : null}
      {time ? <span className="shrink-0 tabular-nums">{time}</span> : null}
      <span className="min-w-0 flex-1 truncate">
        {isShort ? null : <span className="font-medium">{deadlineWords[entry.kind]}: </span>}
        {isShort && entry.kind !== "submission" ? `${deadlineWords[entry.kind]}: ` : ""}
        {opportunity.title}
      </span>
      {isShort ? null : <span className="truncate text-sm text-subtle max-sm:hidden">{opportunity.buyer ?? ""}</span>}
    </Link>
  );
}

function timeOf(at: string): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    new Date(at),
  );
}
