"use client";
import { useMemo, useState } from "react";
import { cn } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import type { CalendarEntry } from "./calendar-types";
import { Entry } from "./entry";
import { byDay, type Day, dayName } from "./month-grid.logic";

interface MonthProps {
  weeks: readonly (readonly Day[])[];
  entries: readonly CalendarEntry[];
  today: string;
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const most = 4;

export function Month({ weeks, entries, today }: MonthProps) {
  const days = useMemo(() => byDay(entries, (entry) => entry.date), [entries]);
  const [openDay, setOpenDay] = useState<string | null>(null);
  return (
    <>
      <table aria-label="Month" className="w-full table-fixed border-collapse">
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th
                key={weekday}
                scope="col"
                className="border-b border-subtle px-2 py-1.5 text-left text-sm font-medium text-muted"
              >
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.date} className="border-b border-subtle last:border-b-0">
              {week.map(({ date, isInMonth }) => {
                const here = days.get(date) ?? [];
                const shown = here.length > most ? here.slice(0, most - 1) : here;
                return (
                  <td
                    key={date}
                    className={cn(
                      "h-32 border-r border-subtle p-1 align-top last:border-r-0",
                      !isInMonth && "bg-sunken",
                    )}
                  >
                    <time
                      dateTime={date}
                      title={dayName(date)}
                      className={cn(
                        "mb-0.5 inline-flex size-6 items-center justify-center rounded-full text-sm",
                        date === today ? "bg-accent font-semibold text-on-accent" : "text-muted",
                      )}
                    >
                      {Number(date.slice(8))}
                    </time>
                    <div className="flex flex-col gap-0.5">
                      {shown.map((entry) => (
                        <Entry key={`${entry.type} ${entry.id}`} entry={entry} isShort />
                      ))}
                      {shown.length < here.length ? (
                        <button
                          type="button"
                          className="px-1.5 text-left text-sm text-accent hover:underline"
                          onClick={() => setOpenDay(date)}
                        >
                          {here.length - shown.length} more
                        </button>
                      ) : null}
                    </div>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {openDay ? (
        <Dialog title={dayName(openDay)} isOpen onOpenChange={() => setOpenDay(null)}>
          {(days.get(openDay) ?? []).map((entry) => (
            <Entry key={`${entry.type} ${entry.id}`} entry={entry} />
          ))}
        </Dialog>
      ) : null}
    </>
  );
}
