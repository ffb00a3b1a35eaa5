"use client";
import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./class-names";

const itemClass =
  "flex min-h-8 items-center gap-2 rounded-sm px-2 text-ink outline-none select-none data-disabled:text-subtle data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted";

interface MenuProps {
  trigger: ReactElement<Record<string, unknown>>;
  align?: "start" | "end";
  side?: "top" | "bottom" | "right";
  /** Menu items, separators, labels and groups from this file. */
  children: ReactNode;
}

export function Menu({ trigger, align = "start", side = "bottom", children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={4} align={align} side={side}>
          <Base.Popup className="max-h-(--available-height) min-w-44 max-w-80 overflow-y-auto rounded-md bg-raised p-1 shadow-raised outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuItemProps {
  onSelect?: () => void;
  /** Goes to a place instead of acting. */
  href?: string;
  isDisabled?: boolean;
  isDanger?: boolean;
  children: ReactNode;
}

export function MenuItem({ onSelect, href, isDisabled, isDanger, children }: MenuItemProps) {
  if (href) {
    return (
      <Base.LinkItem className={itemClass} render={<Link href={href} />} closeOnClick>
        {children}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item
      className={cn(itemClass, isDanger && "text-danger! [&_svg]:text-danger!")}
      disabled={isDisabled}
      onClick={onSelect}
    >
      {children}
    </Base.Item>
  );
}

/** One choice of several, checked. */
export function MenuChoices<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 py-1 text-xs text-muted">{props.label}</Base.GroupLabel>
      <Base.RadioGroup value={props.value} onValueChange={props.onChange}>
        {props.options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={itemClass}>
            <span className="flex-1">{option.label}</span>
            <Base.RadioItemIndicator>
              <Check aria-hidden />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 border-t border-subtle" />;
}
