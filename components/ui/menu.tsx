"use client";
import { Check } from "lucide-react";
import Link from "next/link";
import {
  cloneElement,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { cn } from "./class-names";
import { nextInList } from "./next-in-list";
import { placeBeside } from "./place-beside";

const itemClass =
  "flex min-h-8 w-full items-center gap-2 rounded-sm px-2 text-left select-none outline-none hover:bg-hover focus:bg-hover aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0";

interface MenuProps {
  /** A button; what it says names the menu. */
  trigger: ReactElement<Record<string, unknown>>;
  align?: "start" | "end";
  side?: "top" | "bottom" | "right";
  /** Menu items, separators and choices from this file. Mounted while open. */
  children: ReactNode;
}

/** A list of actions on the browser's own popover, which closes itself on Escape and on a click elsewhere. */
export function Menu({ trigger, align = "start", side = "bottom", children }: MenuProps) {
  const id = useId();
  const popup = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  useLayoutEffect(() => {
    const element = popup.current;
    const anchor = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`);
    if (!isOpen || !element || !anchor) return;
    placeBeside(element, anchor, side, align);
    items(element)[0]?.focus();
  }, [isOpen, id, side, align]);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === "Tab") return popup.current?.hidePopover();
    const next = nextInList(items(event.currentTarget), document.activeElement, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <>
      {cloneElement(trigger, { popoverTarget: id, "aria-haspopup": "menu", "aria-expanded": isOpen })}
      <div
        ref={popup}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        className="inset-auto m-0 max-h-[70dvh] max-w-80 min-w-44 overflow-y-auto rounded-md bg-raised p-1 text-ink shadow-raised outline-none"
        onToggle={(event) => setIsOpen(event.newState === "open")}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          if ((event.target as Element).closest("[role=menuitem]:not([aria-disabled]):not([data-stays])"))
            popup.current?.hidePopover();
        }}
      >
        {isOpen ? children : null}
      </div>
    </>
  );
}

function items(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]:not([aria-disabled])")];
}

interface MenuItemProps {
  onSelect?: () => void;
  /** Goes to a place; `onSelect` is called on the way. */
  href?: string;
  isDisabled?: boolean;
  isDanger?: boolean;
  /** Leaves the menu open: it leads further inside it. */
  isStaying?: boolean;
  children: ReactNode;
}

export function MenuItem({ onSelect, href, isDisabled, isDanger, isStaying, children }: MenuItemProps) {
  const className = cn(itemClass, isDanger ? "text-danger" : "[&_svg]:text-muted");
  if (href) {
    return (
      <Link href={href} role="menuitem" tabIndex={-1} className={className} onClick={onSelect}>
        {children}
      </Link>
    );
  }
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={isDisabled || undefined}
      data-stays={isStaying || undefined}
      className={className}
      onClick={isDisabled ? undefined : onSelect}
    >
      {children}
    </button>
  );
}

/** One choice of several, checked. The menu stays open, so that one can look at the effect. */
export function MenuChoices<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
    <div role="group" aria-label={props.label}>
      <p className="px-2 py-1 text-xs text-muted" aria-hidden>
        {props.label}
      </p>
      {props.options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="menuitemradio"
          aria-checked={option.value === props.value}
          tabIndex={-1}
          className={itemClass}
          onClick={() => props.onChange(option.value)}
        >
          <span className="flex-1">{option.label}</span>
          {option.value === props.value ? <Check aria-hidden /> : null}
        </button>
      ))}
    </div>
  );
}

/** Several of many, checked. The menu stays open, so that one can look at the effect. */
export function MenuChecks(props: {
  label: string;
  values: readonly string[];
  options: readonly { value: string; label: string; note?: string }[];
  onToggle: (value: string) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
    <div role="group" aria-label={props.label}>
      {props.options.map((option) => {
        const isChosen = props.values.includes(option.value);
        return (
          <button
            key={option.value}
            type="button"
            role="menuitemcheckbox"
            aria-checked={isChosen}
            tabIndex={-1}
            className={itemClass}
            onClick={() => props.onToggle(option.value)}
          >
            <span className="flex size-4 shrink-0 items-center justify-center">
              {isChosen ? <Check className="text-accent" aria-hidden /> : null}
            </span>
            <span className="min-w-0 flex-1 truncate">{option.label}</span>
            {option.note ? <span className="text-sm text-subtle tabular-nums">{option.note}</span> : null}
          </button>
        );
      })}
    </div>
  );
}

export function MenuSeparator() {
  return <hr className="my-1 border-subtle" />;
}
