"use client";
import { type RefObject, useEffect, useRef, useState } from "react";
import { isTyping } from "./is-typing";

interface ListKeys<Row> {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Enter or o. */
  onOpen?: (row: Row) => void;
  /** x. */
  onToggle?: (key: string) => void;
  /** `/` puts the cursor here. */
  searchRef?: RefObject<HTMLInputElement | null>;
}

/** j and k move, enter opens, x chooses, / searches. Gives back the key of the row to mark. */
export function useListKeys<Row>(keys: ListKeys<Row>): string | null {
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const latest = useRef({ ...keys, activeKey });
  latest.current = { ...keys, activeKey };

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || event.defaultPrevented) return;
      const { rows, rowKey, onOpen, onToggle, searchRef, activeKey } = latest.current;
      const index = rows.findIndex((row) => rowKey(row) === activeKey);
      const active = rows[index];
      if (event.key === "j" || event.key === "k") {
        const next = rows[Math.min(rows.length - 1, Math.max(0, index + (event.key === "j" ? 1 : -1)))];
        if (!next) return;
        setActiveKey(rowKey(next));
        document.querySelector(`[data-row="${CSS.escape(rowKey(next))}"]`)?.scrollIntoView({ block: "nearest" });
      } else if (event.key === "x" && active && onToggle) {
        onToggle(rowKey(active));
      } else if ((event.key === "Enter" || event.key === "o") && active && onOpen && !isPressable(event.target)) {
        onOpen(active);
      } else if (event.key === "/" && searchRef?.current) {
        searchRef.current.focus();
      } else {
        return;
      }
      event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return activeKey;
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("a,button,dialog") !== null;
}
