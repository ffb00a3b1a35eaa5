"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { useUrlState } from "@/components/ui/use-url-state";
import type { ChangeView } from "./change-types";
import { InlineRow, SideRow } from "./comparison-rows";
import { foldRows, isChanged, passingRows, type Row } from "./fold-rows.logic";

const PictureSlider = dynamic(() => import("./picture-slider").then((module) => module.PictureSlider), {
  ssr: false,
  loading: () => <Skeleton className="m-4 h-80" />,
});

const defaults = { view: "side" };

/** Both versions, where there are two: beside each other, in one text, or as pictures when both were taken. */
export function ChangeComparison({ change }: { change: ChangeView }) {
  const [state, setState] = useUrlState(defaults);
  const { before, after } = change;
  if (!before || !after) return null;
  const pictures = before.screenshot && after.screenshot ? [before.screenshot, after.screenshot] : null;
  const views = [
    { value: "side", label: "Side by side" },
    { value: "inline", label: "In one text" },
    ...(pictures ? [{ value: "pictures", label: "Pictures" }] : []),
  ];
  const view = views.some(({ value }) => value === state.view) ? state.view : "side";
  const passing = passingRows(change.rows, change.items);
  const changed = change.rows.filter(isChanged).length - passing.size;
  return (
    <Card
      title="Before and after"
      description={
        change.rows.length > 0
          ? `${changed} of ${change.rows.length} blocks differ${passing.size > 0 ? `; ${passing.size} more only come and go, and are not told` : ""}`
          : before.removedAt || after.removedAt
            ? "A version of these is no longer kept, by the rule of the source. What changed is told above."
            : "The words of these versions cannot be laid side by side; both can be opened in the library."
      }
      isFlush
      actions={
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">How it is shown</legend>
          {views.map(({ value, label }) => (
            <Button
              key={value}
              size="sm"
              variant={view === value ? "secondary" : "ghost"}
              aria-pressed={view === value}
              onClick={() => setState({ view: value })}
            >
              {label}
            </Button>
          ))}
        </fieldset>
      }
    >
      {view === "pictures" && pictures ? (
        <PictureSlider before={pictures[0] ?? ""} after={pictures[1] ?? ""} />
      ) : (
        <>
          {view === "side" && change.rows.length > 0 ? (
            <div className="grid grid-cols-2 border-b border-subtle text-sm text-muted max-sm:hidden">
              <span className="px-4 py-1.5">
                Version {before.revision}, <RelativeTime at={before.fetchedAt} />
              </span>
              <span className="border-l border-subtle px-4 py-1.5">
                Version {after.revision}, <RelativeTime at={after.fetchedAt} />
              </span>
            </div>
          ) : null}
          <Rows rows={change.rows} passing={passing} isInline={view === "inline"} />
        </>
      )}
    </Card>
  );
}

function foldedWords(rows: readonly Row[], passing: ReadonlySet<Row>): string {
  const fleeting = rows.filter((row) => passing.has(row)).length;
  return fleeting === 0
    ? `Show ${rows.length} unchanged blocks`
    : `Show ${rows.length} blocks, ${fleeting} of which only come and go`;
}

function Rows({ rows, passing, isInline }: { rows: readonly Row[]; passing: ReadonlySet<Row>; isInline: boolean }) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const ShownRow = isInline ? InlineRow : SideRow;
  return (
    <div>
      {foldRows(rows, passing).map((stretch) =>
        stretch.kind === "folded" && !opened.has(stretch.from) ? (
          <button
            key={stretch.from}
            type="button"
            className="block w-full border-b border-subtle bg-sunken px-4 py-1.5 text-left text-sm text-muted last:border-b-0 hover:text-ink"
            onClick={() => setOpened(new Set([...opened, stretch.from]))}
          >
            {foldedWords(stretch.rows, passing)}
          </button>
        ) : (
          stretch.rows.map((row, index) => <ShownRow key={`${stretch.from} ${String(index)}`} row={row} />)
        ),
      )}
    </div>
  );
}
