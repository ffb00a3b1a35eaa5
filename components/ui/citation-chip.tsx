"use client";
import { PreviewCard } from "@base-ui/react/preview-card";
import { Badge, type Meaning } from "./badge";
import { cn } from "./class-names";
import { exactTime } from "./relative-time.logic";

export type ChipFreshness = "current" | "stale" | "contradicted" | "unsupported";

const meanings: Record<ChipFreshness, Meaning> = {
  current: "ok",
  stale: "attention",
  contradicted: "danger",
  unsupported: "danger",
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
    <PreviewCard.Root>
      <PreviewCard.Trigger
        href={href}
        delay={150}
        aria-label={`Source ${n}: ${title}${place ? `, ${place}` : ""}${isSound ? "" : `, ${freshness}`}`}
        className={cn(
          "mx-0.5 inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm px-1 align-text-top text-xs font-medium tabular-nums no-underline transition-colors",
          isActive ? "bg-accent text-on-accent" : isSound ? "bg-accent-soft text-accent" : "",
          !isActive && freshness === "stale" && "bg-attention-soft text-attention",
          !isActive &&
            (freshness === "contradicted" || freshness === "unsupported") &&
            "bg-danger-soft text-danger line-through",
        )}
        onClick={(event) => {
          if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
      >
        {n}
      </PreviewCard.Trigger>
      <PreviewCard.Portal>
        <PreviewCard.Positioner sideOffset={6} className="z-50">
          <PreviewCard.Popup className="flex w-[min(380px,calc(100vw-24px))] flex-col gap-2 rounded-md bg-raised p-3 shadow-raised">
            <blockquote className="max-h-40 overflow-y-auto border-l-2 border-evidence-line bg-evidence px-2 py-1 wrap-anywhere">
              {quote}
            </blockquote>
            <p className="font-medium wrap-anywhere">{title}</p>
            <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
              {place ? <span>{place}</span> : null}
              {at ? <time dateTime={new Date(at).toISOString()}>{exactTime(new Date(at).getTime())}</time> : null}
              <FreshnessBadge freshness={freshness} />
            </p>
          </PreviewCard.Popup>
        </PreviewCard.Positioner>
      </PreviewCard.Portal>
    </PreviewCard.Root>
  );
}
