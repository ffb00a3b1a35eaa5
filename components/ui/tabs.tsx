"use client";
import { Tabs as Base } from "@base-ui/react/tabs";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./class-names";

const listClass = "flex gap-1 overflow-x-auto border-b border-subtle";
const tabClass =
  "-mb-px flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent px-2 font-medium text-muted hover:text-ink";

function Count({ count }: { count?: number }) {
  return count === undefined ? null : <span className="text-sm font-normal text-subtle tabular-nums">{count}</span>;
}

interface TabsProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  /** Only the panel of the chosen tab is mounted. */
  tabs: readonly { value: Value; label: string; count?: number; panel: ReactNode }[];
}

/** Panels of one page. Keep `value` in the URL. */
export function Tabs<Value extends string>({ label, value, onChange, tabs }: TabsProps<Value>) {
  return (
    <Base.Root value={value} onValueChange={(next: Value) => onChange(next)}>
      <Base.List className={listClass} aria-label={label}>
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className={cn(tabClass, "data-active:border-accent data-active:text-ink")}
          >
            {tab.label}
            <Count count={tab.count} />
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="pt-4 outline-offset-4">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}

interface TabLinksProps {
  label: string;
  /** The `href` of the page that is open. */
  active: string;
  tabs: readonly { href: string; label: string; count?: number }[];
}

/** Pages side by side that look like tabs (Settings). */
export function TabLinks({ label, active, tabs }: TabLinksProps) {
  return (
    <nav aria-label={label} className={listClass}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.href === active ? "page" : undefined}
          className={cn(tabClass, tab.href === active && "border-accent text-ink")}
        >
          {tab.label}
          <Count count={tab.count} />
        </Link>
      ))}
    </nav>
  );
}
