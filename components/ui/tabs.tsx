"use client";
import Link from "next/link";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { centredScroll } from "./centred-scroll";
import { cn } from "./class-names";
import { nextInList } from "./next-in-list";

const listClass = "flex gap-1 overflow-x-auto border-b border-subtle";
const tabClass =
  "-mb-px flex h-9 shrink-0 items-center gap-1.5 border-b-2 px-2 font-medium outline-offset-[-2px] hover:text-ink";
const stateClass = (isActive: boolean) => (isActive ? "border-accent text-ink" : "border-transparent text-muted");

function Count({ count }: { count?: number }) {
  return count === undefined ? null : <span className="text-sm font-normal text-subtle tabular-nums">{count}</span>;
}

/** On a narrow screen the list scrolls sideways, and the open tab may stand outside of what is shown. */
function useOpenInView(list: RefObject<HTMLElement | null>, open: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another one is open
  useEffect(() => {
    function centre() {
      const tab = list.current?.querySelector<HTMLElement>("[aria-selected=true],[aria-current=page]");
      if (list.current && tab) list.current.scrollLeft = centredScroll(list.current.clientWidth, tab);
    }
    centre();
    // A phone that is turned.
    window.addEventListener("resize", centre);
    return () => window.removeEventListener("resize", centre);
  }, [list, open]);
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
  const id = useId();
  const active = tabs.find((tab) => tab.value === value) ?? tabs[0];
  const list = useRef<HTMLDivElement>(null);
  useOpenInView(list, value);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
    const next = event.key.length === 1 ? null : nextInList(buttons, document.activeElement, event.key);
    const tab = tabs[next ? buttons.indexOf(next) : -1];
    if (!next || !tab) return;
    event.preventDefault();
    next.focus();
    onChange(tab.value);
  }

  return (
    <div>
      <div ref={list} role="tablist" aria-label={label} className={cn(listClass, "relative")} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab === active}
            aria-controls={tab === active ? `${id}-panel` : undefined}
            tabIndex={tab === active ? 0 : -1}
            className={cn(tabClass, stateClass(tab === active))}
            onClick={() => onChange(tab.value)}
          >
            {tab.label}
            <Count count={tab.count} />
          </button>
        ))}
      </div>
      {active ? (
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${active.value}`} className="pt-4">
          {active.panel}
        </div>
      ) : null}
    </div>
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
  const list = useRef<HTMLElement>(null);
  useOpenInView(list, active);
  return (
    <nav ref={list} aria-label={label} className={cn(listClass, "relative")}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.href === active ? "page" : undefined}
          className={cn(tabClass, stateClass(tab.href === active))}
        >
          {tab.label}
          <Count count={tab.count} />
        </Link>
      ))}
    </nav>
  );
}
