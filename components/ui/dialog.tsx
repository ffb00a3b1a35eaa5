"use client";
import { cloneElement, type ReactElement, type ReactNode, useId, useState } from "react";
import { cn } from "./class-names";
import { Modal } from "./modal";

interface DialogProps {
  title: string;
  description?: ReactNode;
  /** Opens it; leave out when `isOpen` is held outside. */
  trigger?: ReactElement<{ onClick?: () => void; "aria-haspopup"?: "dialog" }>;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  size?: "sm" | "md" | "lg";
  /** Buttons, right-aligned; the primary one last. */
  footer?: ReactNode;
  /** Mounted while open, so that a form starts fresh each time. */
  children?: ReactNode;
}

const widths = { sm: "max-w-105", md: "max-w-140", lg: "max-w-200" };

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
  const [isOpenInside, setIsOpenInside] = useState(false);
  const titleId = useId();
  const open = isOpen ?? isOpenInside;

  function change(next: boolean) {
    setIsOpenInside(next);
    onOpenChange?.(next);
  }

  return (
    <>
      {trigger ? cloneElement(trigger, { onClick: () => change(true), "aria-haspopup": "dialog" }) : null}
      {open ? (
        <Modal
          labelledBy={titleId}
          onClose={() => change(false)}
          className={cn("m-auto max-h-[calc(100dvh-24px)] w-[calc(100vw-24px)] rounded-lg", widths[size])}
        >
          <div className="flex min-h-0 flex-1 flex-col">
            <header className="px-5 pt-4 pr-12 pb-2">
              <h2 id={titleId} className="text-lg font-semibold">
                {title}
              </h2>
              {description ? <div className="mt-1 text-muted">{description}</div> : null}
            </header>
            {children ? <div className="min-h-0 overflow-y-auto px-5 py-2">{children}</div> : null}
            {footer ? (
              <footer className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-4">{footer}</footer>
            ) : (
              <div className="h-3 shrink-0" />
            )}
          </div>
        </Modal>
      ) : null}
    </>
  );
}
