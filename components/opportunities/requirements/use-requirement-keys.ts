"use client";
import { useEffect, useEffectEvent } from "react";
import { isTyping } from "@/components/ui/is-typing";
import type { Requirement } from "./requirement-types";

export interface OpenDialog {
  dialog: "split" | "history";
  requirement: Requirement;
}

interface RequirementKeys {
  active: Requirement | undefined;
  mayWrite: boolean;
  step: (by: 1 | -1) => void;
  search: () => void;
  toggle: (id: string) => void;
  drop: (requirement: Requirement) => Promise<void>;
  move: (requirement: Requirement, by: 1 | -1) => void;
  edit: (id: string) => void;
  open: (dialog: OpenDialog) => void;
}

/** The list by keyboard: j and k walk, what else there is concerns the requirement that is lit. */
export function useRequirementKeys(keys: RequirementKeys) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest("dialog,[popover]")) return;
    const deed = deedOf(event.key, keys);
    if (!deed) return;
    event.preventDefault();
    deed();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

function deedOf(key: string, keys: RequirementKeys): (() => void) | undefined {
  const { active, mayWrite } = keys;
  if (key === "j") return () => keys.step(1);
  if (key === "k") return () => keys.step(-1);
  if (key === "/") return keys.search;
  if (!active) return undefined;
  if (key === "h") return () => keys.open({ dialog: "history", requirement: active });
  if (!mayWrite) return undefined;
  const writes: Record<string, () => void> = {
    x: () => keys.toggle(active.id),
    e: () => keys.edit(active.id),
    s: () => keys.open({ dialog: "split", requirement: active }),
    Delete: () => void keys.drop(active),
    J: () => keys.move(active, 1),
    K: () => keys.move(active, -1),
  };
  return writes[key];
}
