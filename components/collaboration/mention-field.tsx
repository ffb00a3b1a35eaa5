"use client";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/class-names";
import { controlClass } from "@/components/ui/input";
import { completeMention, mentionAt, type Person, peopleFor } from "./mention.logic";

interface MentionFieldProps {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (text: string) => void;
  people: readonly Person[];
  /** ⌘ or Ctrl with Enter. */
  onSubmit?: () => void;
  onCancel?: () => void;
  rows?: number;
}

/** A text in which @ names a person: a list opens under it, arrows and Enter choose. */
export function MentionField(props: MentionFieldProps) {
  const { label, placeholder, value, onChange, people, onSubmit, onCancel, rows = 3 } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const typed = mentionAt(value, caret);
  const found = typed && typed.from !== closedAt ? peopleFor(typed.query, people) : [];
  const chosen = found[Math.min(active, found.length - 1)];

  function complete(person: Person) {
    if (!typed) return;
    const next = completeMention(value, caret, typed.from, person.name);
    onChange(next.text);
    setCaret(next.caret);
    setActive(0);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.caret, next.caret);
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (chosen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      setActive((active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    } else if (chosen && (event.key === "Enter" || event.key === "Tab") && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      complete(chosen);
    } else if (chosen && event.key === "Escape") {
      event.preventDefault();
      setClosedAt(typed?.from ?? null);
    } else if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      onSubmit?.();
    } else if (event.key === "Escape") {
      onCancel?.();
    }
  }

  return (
    <div className="relative">
      <textarea
        ref={field}
        aria-label={label}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${listId}-${chosen.userId}` : undefined}
        placeholder={placeholder}
        rows={rows}
        maxLength={8000}
        value={value}
        className={cn(controlClass, "px-2.5 py-1.5")}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
          setActive(0);
          setClosedAt(null);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        role="listbox"
        aria-label="People"
        hidden={found.length === 0}
        className="absolute top-full left-0 z-20 mt-1 w-64 rounded-md bg-raised p-1 shadow-raised"
      >
        {found.map((person) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the field
          <div
            key={person.userId}
            id={`${listId}-${person.userId}`}
            role="option"
            aria-selected={person === chosen}
            tabIndex={-1}
            className={cn("flex min-h-8 items-center gap-2 rounded-sm px-2", person === chosen && "bg-hover")}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => complete(person)}
          >
            <Avatar name={person.name} className="size-5" />
            <span className="truncate">{person.name}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
