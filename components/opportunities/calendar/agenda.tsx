"use client";
import { CalendarDays } from "lucide-react";
import { useMemo } from "react";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import type { CalendarEntry } from "./calendar-types";
import { Entry } from "./entry";
import { byDay, dayName } from "./month-grid.logic";

export function Agenda({ entries, today }: { entries: readonly CalendarEntry[]; today: string }) {
  const days = useMemo(() => [...byDay(entries, (entry) => entry.date)], [entries]);
  if (days.length === 0) {
    return (
      <EmptyState
        icon={CalendarDays}
        title="Nothing is due in this month."
        description="Deadlines of opportunities and tasks with a date appear here."
      />
    );
  }
  return (
    <ol>
      {days.map(([date, here]) => (
        <li
          key={date}
          className="grid gap-x-4 border-b border-subtle px-4 py-2 last:border-b-0 sm:grid-cols-[190px_minmax(0,1fr)]"
        >
          <h3 className="flex items-center gap-2 py-2 text-sm font-medium text-muted">
            <time dateTime={date}>{dayName(date)}</time>
            {date === today ? <Badge meaning="accent">Today</Badge> : null}
          </h3>
          <div className="flex min-w-0 flex-col">
            {here.map((entry) => (
              <Entry key={`${entry.type} ${entry.id}`} entry={entry} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
