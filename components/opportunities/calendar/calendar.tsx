"use client";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, Rss } from "lucide-react";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { useLive } from "@/components/shell/live";
import { QueryError } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { nothingYet } from "@/components/ui/nothing-yet";
import { Toolbar } from "@/components/ui/page-layout";
import { Skeleton } from "@/components/ui/skeleton";
import { useMediaQuery } from "@/components/ui/use-media-query";
import { useReaderZone } from "@/components/ui/use-reader-zone";
import { useStoredChoice } from "@/components/ui/use-stored-choice";
import { localDate } from "../deadline.logic";
import type { ListState } from "../list/list-filters";
import { Agenda } from "./agenda";
import { Month } from "./month";
import { isMonth, monthGrid, monthName, shiftMonth } from "./month-grid.logic";

const FeedDialog = dynamic(() => import("./feed-dialog").then((module) => module.FeedDialog), { loading: nothingYet });

interface CalendarProps {
  state: ListState;
  onChange: (changes: Partial<ListState>) => void;
}

const upcoming = {
  outcome: ["open" as const],
  due: ["week" as const, "month" as const, "quarter" as const, "later" as const],
  sort: "submission" as const,
  limit: 1,
};

/** From a month with nothing ahead to the one in which something is due. */
function NextDeadline({ today, onGo }: { today: string; onGo: (month: string) => void }) {
  const list = useQuery(useTRPC().opportunities.list.queryOptions(upcoming));
  const first = list.data?.opportunities[0];
  const date = first?.submissionAt ? localDate(Date.parse(first.submissionAt)) : first?.submissionDate;
  if (!date || date < today) return null;
  return (
    <Button size="sm" onClick={() => onGo(date.slice(0, 7))}>
      The next deadline is on {date}
    </Button>
  );
}

/** Deadlines and tasks by day, as a month or as a list, in the reader's own zone. */
export function Calendar({ state, onChange }: CalendarProps) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const zone = useReaderZone();
  const today = localDate(Date.now(), zone ?? "UTC");
  const month = isMonth(state.month) ? state.month : today.slice(0, 7);
  const isRoomy = useMediaQuery("(min-width: 768px)");
  const [choice, setChoice] = useStoredChoice("calendar-view", ["month"]);
  const [isSubscribing, setIsSubscribing] = useState(false);
  const weeks = useMemo(() => monthGrid(month), [month]);
  const from = weeks[0]?.[0]?.date ?? `${month}-01`;
  const to = weeks.at(-1)?.[6]?.date ?? `${month}-28`;
  const calendar = useQuery(
    trpc.calendar.get.queryOptions(
      { from, to, zone: zone ?? "UTC" },
      { placeholderData: keepPreviousData, enabled: zone !== null },
    ),
  );
  useLive(({ kind }) => {
    if (kind === "opportunity" || kind === "task" || kind === "reset")
      void cache.invalidateQueries(trpc.calendar.get.pathFilter());
  });
  // Seven columns need room; on a phone the list is the calendar.
  const isMonthView = isRoomy && !choice.includes("agenda");
  const entries = calendar.data?.entries ?? [];
  const shown = isMonthView ? entries : entries.filter((entry) => entry.date.startsWith(month));
  const go = (next: string) => onChange({ month: next === today.slice(0, 7) ? "" : next });
  return (
    <>
      <Toolbar>
        <IconButton label="Previous month" onClick={() => go(shiftMonth(month, -1))}>
          <ChevronLeft aria-hidden />
        </IconButton>
        <h2 className="min-w-36 text-center text-lg font-semibold" aria-live="polite">
          {monthName(month)}
        </h2>
        <IconButton label="Next month" onClick={() => go(shiftMonth(month, 1))}>
          <ChevronRight aria-hidden />
        </IconButton>
        <Button onClick={() => go(today.slice(0, 7))}>Today</Button>
        <span className="flex-1 text-sm text-subtle max-sm:hidden">{zone ? `Times in ${zone}` : ""}</span>
        {isRoomy ? (
          <fieldset className="flex gap-1">
            <legend className="sr-only">How it is shown</legend>
            {(["month", "agenda"] as const).map((view) => (
              <Button
                key={view}
                variant={isMonthView === (view === "month") ? "secondary" : "ghost"}
                aria-pressed={isMonthView === (view === "month")}
                onClick={() => setChoice([view])}
              >
                {view === "month" ? "Month" : "List"}
              </Button>
            ))}
          </fieldset>
        ) : null}
        <Button onClick={() => setIsSubscribing(true)}>
          <Rss aria-hidden /> Subscribe
        </Button>
      </Toolbar>
      <Card isFlush className="overflow-clip">
        {calendar.isPending ? (
          <div role="status" aria-label="Loading the calendar">
            <Skeleton className="m-4 h-120" />
          </div>
        ) : null}
        {calendar.isError ? (
          <QueryError
            error={calendar.error}
            title="The calendar could not be loaded."
            onRetry={() => calendar.refetch()}
          />
        ) : null}
        {calendar.data && month <= today.slice(0, 7) && shown.every((entry) => entry.date < today) ? (
          <p role="status" className="flex flex-wrap items-center gap-2 border-b border-subtle px-4 py-2 text-muted">
            {shown.length > 0 ? "Nothing more is due here." : "Nothing is due here."}
            <NextDeadline today={today} onGo={go} />
          </p>
        ) : null}
        {calendar.data && isMonthView ? <Month weeks={weeks} entries={shown} today={today} /> : null}
        {calendar.data && !isMonthView ? <Agenda entries={shown} today={today} /> : null}
      </Card>
      {isSubscribing ? <FeedDialog onClose={() => setIsSubscribing(false)} /> : null}
    </>
  );
}
