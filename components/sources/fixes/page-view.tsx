"use client";
import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from "react";
import { cn } from "@/components/ui/class-names";
import type { PagePart } from "./fix-types";

interface PageViewProps {
  parts: readonly PagePart[];
  /** What has been shown so far: element to the names of its fields. */
  picked: ReadonlyMap<number, string>;
  /** Elements of the entries that the rule finds. */
  marks: ReadonlySet<number>;
  /** A text to begin at. */
  startAt: string | null;
  onPick: (node: number, text: string) => void;
}

/**
 * The kept page drawn anew from its parts: none of its code, styles or pictures, only what it says and how it is nested. Every text can be
 * clicked; with the keyboard, arrows move between texts and Enter clicks. Only one text takes the Tab key, for there are hundreds.
 */
export function PageView({ parts, picked, marks, startAt, onPick }: PageViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      parts.findIndex(({ kind }) => kind === "text"),
    ),
  );
  const children = useMemo(() => childrenOf(parts), [parts]);

  useEffect(() => {
    const at = startAt ? parts.findIndex(({ text }) => text === startAt) : -1;
    if (at < 0) return;
    setActive(at);
    const found = box.current?.querySelector<HTMLElement>(`[data-at="${at}"]`);
    if (found && box.current) box.current.scrollTop = found.offsetTop - box.current.clientHeight / 3;
  }, [parts, startAt]);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const step = steps[event.key];
    const texts = [...(box.current?.querySelectorAll<HTMLElement>("[data-at]") ?? [])];
    const from = texts.indexOf(document.activeElement as HTMLElement);
    if (step === undefined || from < 0) return;
    event.preventDefault();
    const next = texts[Math.min(texts.length - 1, Math.max(0, from + step))];
    if (!next) return;
    setActive(Number(next.dataset.at));
    next.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside are what is used; this only hears their keys and clicks
    <div
      ref={box}
      className="relative max-h-[62vh] min-h-60 overflow-auto bg-canvas p-3 text-sm"
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const text = (event.target as HTMLElement).closest<HTMLElement>("[data-at]");
        const part = text ? parts[Number(text.dataset.at)] : undefined;
        if (!part) return;
        setActive(Number(text?.dataset.at));
        onPick(part.node, part.text);
      }}
    >
      {(children.get(-1) ?? []).map((at) => (
        <Part key={at} at={at} parts={parts} within={children} picked={picked} marks={marks} active={active} />
      ))}
    </div>
  );
}

const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  PageDown: 15,
  PageUp: -15,
};

interface PartProps {
  at: number;
  parts: readonly PagePart[];
  within: ReadonlyMap<number, number[]>;
  picked: ReadonlyMap<number, string>;
  marks: ReadonlySet<number>;
  active: number;
}

// Plain boxes: the page's own lists and tables, torn from their surroundings, would only confuse who has them read aloud.
const looks: Record<PagePart["kind"], string> = {
  block: "my-1 border-l border-subtle pl-2",
  heading: "my-1.5 font-semibold",
  paragraph: "my-1",
  list: "my-1",
  item: "my-0.5 border-l border-subtle pl-2",
  table: "my-1 table border-collapse",
  row: "table-row",
  cell: "table-cell border border-subtle px-2 py-1 align-top",
  inline: "inline",
  link: "inline",
  text: "inline",
};

const Part = memo(function Part(props: PartProps) {
  const { at, parts, within, picked, marks, active } = props;
  const part = parts[at];
  if (!part) return null;
  if (part.kind === "text") {
    const field = picked.get(part.node);
    return (
      <button
        type="button"
        data-at={at}
        tabIndex={at === active ? 0 : -1}
        aria-pressed={field !== undefined}
        className={cn(
          "mr-1 inline cursor-pointer rounded-sm px-0.5 text-left wrap-anywhere hover:bg-selected",
          parts[part.parent]?.kind === "link" && "text-accent underline",
          field !== undefined && "bg-accent-soft font-medium text-accent",
        )}
      >
        {part.text}
        {field !== undefined ? <span className="ml-1 text-xs">({field})</span> : null}
      </button>
    );
  }
  return (
    <div className={cn(looks[part.kind], marks.has(part.node) && "bg-evidence outline outline-evidence-line")}>
      {(within.get(at) ?? []).map((child) => (
        <Part key={child} {...props} at={child} />
      ))}
    </div>
  );
});

function childrenOf(parts: readonly PagePart[]): Map<number, number[]> {
  const children = new Map<number, number[]>();
  parts.forEach(({ parent }, at) => {
    const known = children.get(parent);
    if (known) known.push(at);
    else children.set(parent, [at]);
  });
  return children;
}
