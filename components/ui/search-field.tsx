"use client";
import { Search, X } from "lucide-react";
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { cn } from "./class-names";
import { controlClass } from "./input";
import { useEarlyText } from "./use-early-text";

interface SearchFieldProps {
  label: string;
  value: string;
  /** Told after a short pause in typing, and at once on Enter and on clearing. */
  onChange: (value: string) => void;
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
  className?: string;
}

const pauseMs = 250;

export function SearchField({ label, value, onChange, placeholder, inputRef, className }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const field = useRef<HTMLInputElement>(null);
  // Its own field stands whenever somebody asks for it.
  useImperativeHandle(inputRef, () => field.current as HTMLInputElement, []);
  useEarlyText(field, typed, setTyped);
  // Back and forward change the value from outside; what is being typed must not be overwritten by its own echo.
  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      onChange(typed);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, onChange]);

  function tellNow(next: string) {
    told.current = next;
    setTyped(next);
    onChange(next);
  }

  return (
    <span className={cn("relative inline-flex min-w-0", className)}>
      <Search className="pointer-events-none absolute top-2 left-2.5 size-4 text-muted" aria-hidden />
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") tellNow(typed);
          if (event.key === "Escape") event.currentTarget.blur();
        }}
        className={cn(controlClass, "h-8 px-8 [&::-webkit-search-cancel-button]:hidden")}
      />
      {typed ? (
        <button
          type="button"
          aria-label="Clear"
          className="absolute top-1 right-1 rounded-sm p-1 text-muted hover:text-ink"
          onClick={() => tellNow("")}
        >
          <X className="size-4" aria-hidden />
        </button>
      ) : null}
    </span>
  );
}
