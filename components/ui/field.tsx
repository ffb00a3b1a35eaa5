"use client";
import { type ReactNode, useId } from "react";
import { cn } from "./class-names";

interface FieldProps {
  label: string;
  /** Said under the control when there is no error. */
  hint?: ReactNode;
  error?: string | null;
  isLabelHidden?: boolean;
  className?: string;
  /** Spread what is handed over onto the control: it ties label, hint and error to it. */
  children: (control: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
}

export function Field({ label, hint, error, isLabelHidden, className, children }: FieldProps) {
  const id = useId();
  const hasNote = Boolean(error || hint);
  return (
    <div className={cn("flex flex-col gap-1", className)}>
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "text-sm font-medium"}>
        {label}
      </label>
      {children({
        id,
        ...(hasNote ? { "aria-describedby": `${id}-note` } : {}),
        ...(error ? { "aria-invalid": true } : {}),
      })}
      {hasNote ? (
        <p
          id={`${id}-note`}
          className={cn("text-sm", error ? "text-danger" : "text-muted")}
          role={error ? "alert" : undefined}
        >
          {error || hint}
        </p>
      ) : null}
    </div>
  );
}
