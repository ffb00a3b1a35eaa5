import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { Added, ChangedWords, Removed } from "./changed-words";
import { type Block, isChanged, type Row } from "./fold-rows.logic";

/** The block before and the block after, in two columns; on a phone one above the other. */
export function SideRow({ row }: { row: Row }) {
  const { before, after, words } = row;
  const changed = isChanged(row);
  return (
    <div className="grid border-b border-subtle last:border-b-0 sm:grid-cols-2">
      <Cell block={before} isChanged={changed} mark="−" name="Before">
        {words ? <ChangedWords words={words} side="before" /> : marked(before, after, changed, "before")}
      </Cell>
      <Cell
        block={after}
        isChanged={changed}
        mark="+"
        name="After"
        // One above the other the same words twice would only be long.
        className={cn(
          "sm:border-l sm:border-subtle",
          changed ? "max-sm:border-t max-sm:border-subtle" : "max-sm:hidden",
        )}
      >
        {words ? <ChangedWords words={words} side="after" /> : marked(after, before, changed, "after")}
      </Cell>
    </div>
  );
}

/** What went and what came in one text. */
export function InlineRow({ row }: { row: Row }) {
  const { before, after, words } = row;
  const changed = isChanged(row);
  return (
    <div className="border-b border-subtle last:border-b-0">
      <Cell block={after ?? before} isChanged={changed} mark={before ? (after ? "±" : "−") : "+"} name="">
        {words ? (
          <ChangedWords words={words} side="both" />
        ) : before?.text === after?.text ? (
          after?.text
        ) : (
          <>
            {before ? <Removed>{before.text}</Removed> : null}
            {before && after ? " " : null}
            {after ? <Added>{after.text}</Added> : null}
          </>
        )}
      </Cell>
    </div>
  );
}

/** The whole block is marked when it has no partner with the same words. */
function marked(block: Block | null, other: Block | null, changed: boolean, side: "before" | "after"): ReactNode {
  if (!block) return null;
  if (!changed || block.text === other?.text) return block.text;
  return side === "before" ? <Removed>{block.text}</Removed> : <Added>{block.text}</Added>;
}

interface CellProps {
  block: Block | null;
  isChanged: boolean;
  /** In the margin of what changed. */
  mark: string;
  name: string;
  className?: string;
  children: ReactNode;
}

function Cell({ block, isChanged: changed, mark, name, className, children }: CellProps) {
  const hasMark = changed && block !== null;
  return (
    <div
      className={cn(
        "flex min-w-0 gap-2 px-2 py-1.5",
        block === null && "bg-sunken max-sm:hidden",
        changed ? "text-ink" : "text-muted",
        className,
      )}
    >
      <span className="w-3 shrink-0 text-center text-subtle select-none" aria-hidden>
        {hasMark ? mark : ""}
      </span>
      <p
        className={cn(
          "min-w-0 flex-1 whitespace-pre-wrap wrap-anywhere",
          block?.kind === "heading" && "font-semibold",
          block?.kind === "list_item" && "before:mr-2 before:text-subtle before:content-['•']",
        )}
      >
        {hasMark && name ? <span className="sr-only">{name}: </span> : null}
        {children}
      </p>
    </div>
  );
}
