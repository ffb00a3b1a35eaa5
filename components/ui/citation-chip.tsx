"use client";
import { Badge, type Meaning } from "./badge";
import { cn } from "./class-names";
import { HoverCard } from "./hover-card";
import { exactTime } from "./relative-time.logic";

export type ChipFreshness = "current" | "stale" | "contradicted" | "unsupported";

const meanings: Record<ChipFreshness, Meaning> = {
  current: "ok",
  stale: "attention",
  contradicted: "danger",
  unsupported: "danger",
};

const chipClass: Record<ChipFreshness, string> = {
  current: "bg-accent-soft text-accent",
  stale: "bg-attention-soft text-attention",
  contradicted: "bg-danger-soft text-danger line-through",
  unsupported: "bg-danger-soft text-danger line-through",
};

export function FreshnessBadge({ freshness }: { freshness: ChipFreshness }) {
  return <Badge meaning={meanings[freshness]}>{freshness}</Badge>;
}

interface CitationChipProps {
  /** The number at the end of the sentence. */
  n: number;
  quote: string;
  title: string;
  /** Where in the document: "page 14", "Pricing!B7". */
  place?: string | null;
  at?: Date | string | number | null;
  freshness?: ChipFreshness;
  /** The document at this passage: opens in its own page with a modified click, or without JavaScript. */
  href: string;
  /** Opens it beside the text instead. */
  onOpen?: () => void;
  isActive?: boolean;
}

export function CitationChip({
  n,
  quote,
  title,
  place,
  at,
  freshness = "current",
  href,
  onOpen,
  isActive,
}: CitationChipProps) {
  const isSound = freshness === "current";
  return (
    <HoverCard
      card={
        <>
          <span className="block max-h-40 overflow-y-auto border-l-2 border-evidence-line bg-evidence px-2 py-1 wrap-anywhere">
            {quote}
          </span>
          <span className="font-medium wrap-anywhere">{title}</span>
          <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
            {place ? <span>{place}</span> : null}
            {at ? <time dateTime={new Date(at).toISOString()}>{exactTime(new Date(at).getTime())}</time> : null}
            <FreshnessBadge freshness={freshness} />
          </span>
        </>
      }
    >
      <a
        href={href}
        aria-label={`Source ${n}: ${title}${place ? `, ${place}` : ""}${isSound ? "" : `, ${freshness}`}`}
        aria-current={isActive || undefined}
        className={cn(
          "mx-0.5 inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm px-1 align-text-top text-xs font-medium tabular-nums no-underline",
          isActive ? "bg-accent text-on-accent" : chipClass[freshness],
        )}
        onClick={(event) => {
          if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
      >
        {n}
      </a>
    </HoverCard>
  );
}
