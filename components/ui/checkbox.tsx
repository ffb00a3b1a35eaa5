"use client";
import { type ComponentProps, useEffect, useRef } from "react";
import { cn } from "./class-names";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type"> {
  label: string;
  isLabelHidden?: boolean;
  /** Some, not all: the state of a box that stands for many. */
  isIndeterminate?: boolean;
}

export function Checkbox({ label, isLabelHidden, isIndeterminate = false, className, ...props }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isIndeterminate;
  }, [isIndeterminate]);
  return (
    <label className={cn("inline-flex items-center gap-2 align-middle", className)}>
      <input ref={box} type="checkbox" className="size-4 shrink-0 accent-accent" {...props} />
      <span className={isLabelHidden ? "sr-only" : undefined}>{label}</span>
    </label>
  );
}
