"use client";
import { type ReactNode, useId } from "react";
import { cn } from "./class-names";
import { Modal } from "./modal";

interface SheetProps {
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  side?: "left" | "right";
  size?: "narrow" | "wide";
  /** The title is read aloud but not shown; the content then has its own head. */
  isTitleHidden?: boolean;
  children: ReactNode;
}

/** A panel from the side: navigation on a phone, a document beside the sentence that cites it. */
export function Sheet({
  title,
  isOpen,
  onOpenChange,
  side = "right",
  size = "narrow",
  isTitleHidden,
  children,
}: SheetProps) {
  const titleId = useId();
  if (!isOpen) return null;
  return (
    <Modal
      labelledBy={titleId}
      onClose={() => onOpenChange(false)}
      hasCloseButton={!isTitleHidden}
      className={cn(
        "fixed inset-y-0 h-dvh max-h-none max-w-none",
        side === "left"
          ? "right-auto left-0 starting:open:-translate-x-full"
          : "right-0 left-auto starting:open:translate-x-full",
        size === "wide" ? "w-full sm:w-[min(840px,92vw)]" : "w-[min(320px,88vw)]",
      )}
    >
      <div className="flex min-h-0 flex-1 flex-col">
        <h2
          id={titleId}
          className={cn(
            isTitleHidden
              ? "sr-only"
              : "h-12 shrink-0 truncate border-b border-subtle pr-12 pl-4 leading-12 font-semibold",
          )}
        >
          {title}
        </h2>
        <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
      </div>
    </Modal>
  );
}
