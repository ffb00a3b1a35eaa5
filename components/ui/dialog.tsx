"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { buttonClass } from "./button";
import { cn } from "./class-names";

interface DialogProps {
  title: string;
  description?: ReactNode;
  /** Opens it; leave out when `isOpen` is held outside. */
  trigger?: ReactElement<Record<string, unknown>>;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  size?: "sm" | "md" | "lg";
  /** Buttons, right-aligned; the primary one last. */
  footer?: ReactNode;
  children?: ReactNode;
}

const widths = { sm: "sm:max-w-105", md: "sm:max-w-140", lg: "sm:max-w-200" };

export function Dialog({
  title,
  description,
  trigger,
  isOpen,
  onOpenChange,
  size = "md",
  footer,
  children,
}: DialogProps) {
  return (
    <Base.Root open={isOpen} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={cn(
            "fixed inset-x-3 top-1/2 z-50 mx-auto flex max-h-[calc(100dvh-24px)] -translate-y-1/2 flex-col rounded-lg bg-raised shadow-raised transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0",
            widths[size],
          )}
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-lg font-semibold">{title}</Base.Title>
              {description ? <Base.Description className="mt-1 text-muted">{description}</Base.Description> : null}
            </div>
            <Base.Close className={cn(buttonClass({ variant: "ghost", size: "icon" }), "-mr-2")} aria-label="Close">
              <X aria-hidden />
            </Base.Close>
          </header>
          {children ? <div className="min-h-0 overflow-y-auto px-5 py-2">{children}</div> : null}
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-4">{footer}</footer>
          ) : (
            <div className="h-3" />
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
