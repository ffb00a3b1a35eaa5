"use client";
import { Command } from "cmdk";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";

/** A heading and the items under it. */
export function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:truncate [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}

/** The keyword of what was made or found for the very words that were typed: it stands however they are spelt. */
export const forWords = "for the words typed";

interface ItemProps {
  icon?: LucideIcon;
  value: string;
  isForWords?: boolean;
  shortcut?: string;
  onSelect: () => void;
  children: ReactNode;
}

export function Item({ icon: Icon, value, isForWords, shortcut, onSelect, children }: ItemProps) {
  return (
    <Command.Item
      value={value}
      keywords={isForWords ? [forWords] : []}
      onSelect={onSelect}
      className="flex h-9 items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-hover"
    >
      {Icon ? <Icon className="size-4 text-muted" aria-hidden /> : null}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut ? <Kbd keys={shortcut} /> : null}
    </Command.Item>
  );
}
