"use client";
import { X } from "lucide-react";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { buttonClass } from "./button";
import { cn } from "./class-names";

interface ModalProps {
  /** The id of the title, or its words. */
  labelledBy?: string;
  label?: string;
  onClose: () => void;
  className?: string;
  hasCloseButton?: boolean;
  children: ReactNode;
}

/**
 * The browser's own modal: it keeps the focus in, the rest of the page inert and gives the focus back. Mount it to open,
 * unmount it to close. The close button comes last, so that the first field or button gets the focus; `data-autofocus` on
 * an element gives it to that one. Name the size in `className`: the browser has one of its own.
 */
export function Modal({ labelledBy, label, onClose, className, hasCloseButton = true, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const pressedOutside = useRef(false);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape comes as the cancel event
    <dialog
      ref={dialog}
      aria-labelledby={labelledBy}
      aria-label={label}
      className={cn(
        "flex-col bg-raised text-ink shadow-raised backdrop:bg-backdrop open:flex transition-[opacity,translate] starting:open:opacity-0",
        className,
      )}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === event.currentTarget) onClose();
      }}
      onPointerDown={(event) => {
        pressedOutside.current = event.target === dialog.current;
      }}
      onClick={(event) => {
        // Text selected inside and released outside is not a wish to close.
        if (event.target === dialog.current && pressedOutside.current) onClose();
      }}
    >
      {children}
      {hasCloseButton ? (
        <button
          type="button"
          aria-label="Close"
          className={cn(buttonClass({ variant: "ghost", size: "icon" }), "absolute top-2 right-2")}
          onClick={onClose}
        >
          <X aria-hidden />
        </button>
      ) : null}
    </dialog>
  );
}
