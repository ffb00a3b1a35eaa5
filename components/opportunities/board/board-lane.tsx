"use client";
import { memo } from "react";
import { cn } from "@/components/ui/class-names";
import type { BoardCard, BoardLane } from "./board-types";
import { CardFace } from "./card-face";
import type { DragHandlers } from "./use-board-drag";

interface BoardLaneViewProps {
  lane: BoardLane;
  heldId: string | null;
  isTarget: boolean;
  mayWrite: boolean;
  handlers: DragHandlers;
  onOpen: (id: string) => void;
  onShowAll: () => void;
}

/** One stage: its cards in the order that people gave them, and how many more there are. */
export function BoardLaneView({ lane, heldId, isTarget, mayWrite, handlers, onOpen, onShowAll }: BoardLaneViewProps) {
  const hidden = lane.total - lane.cards.length;
  return (
    <section
      aria-label={lane.name}
      data-lane={lane.key}
      className={cn(
        "flex w-68 shrink-0 snap-start flex-col rounded-lg border bg-sunken",
        isTarget ? "border-accent" : "border-subtle",
      )}
    >
      <h2 className="flex items-center gap-2 px-3 pt-2.5 pb-1.5 font-semibold">
        <span className="min-w-0 flex-1 truncate">{lane.name}</span>
        <span className="text-sm font-normal text-subtle tabular-nums">{lane.total.toLocaleString("en")}</span>
      </h2>
      <ul
        aria-label={`Cards in ${lane.name}`}
        className="flex max-h-[calc(100dvh-300px)] min-h-32 flex-col gap-2 overflow-y-auto overscroll-contain px-2 pb-2"
      >
        {lane.cards.map((card) => (
          <CardView
            key={card.id}
            card={card}
            isHeld={card.id === heldId}
            mayWrite={mayWrite}
            handlers={handlers}
            onOpen={onOpen}
          />
        ))}
        {hidden > 0 ? (
          <li>
            <button
              type="button"
              className="w-full rounded-md py-1.5 text-sm text-accent hover:underline"
              onClick={onShowAll}
            >
              {hidden.toLocaleString("en")} more in the table
            </button>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

interface CardViewProps {
  card: BoardCard;
  isHeld: boolean;
  mayWrite: boolean;
  handlers: DragHandlers;
  onOpen: (id: string) => void;
}

const CardView = memo(function CardView({ card, isHeld, mayWrite, handlers, onOpen }: CardViewProps) {
  return (
    <li data-card={card.id}>
      <button
        type="button"
        aria-roledescription={mayWrite ? "movable card" : undefined}
        title={mayWrite ? "Enter opens it, space picks it up to move it." : undefined}
        aria-pressed={isHeld || undefined}
        className={cn(
          "block w-full rounded-md border bg-surface p-3 text-left select-none hover:border-strong",
          isHeld ? "border-accent opacity-60" : "border-subtle",
          mayWrite && "cursor-grab",
        )}
        onPointerDown={(event) => mayWrite && handlers.onPointerDown(event, card.id)}
        onKeyDown={(event) => mayWrite && handlers.onKeyDown(event, card.id)}
        onBlur={() => handlers.onBlur(card.id)}
        onContextMenu={(event) => isHeld && event.preventDefault()}
        onClick={() => {
          if (!handlers.wasDragged()) onOpen(card.id);
        }}
      >
        <CardFace card={card} />
      </button>
    </li>
  );
});
