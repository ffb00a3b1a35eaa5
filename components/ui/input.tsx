import type { ComponentProps } from "react";
import { cn } from "./class-names";

export const controlClass =
  "w-full min-w-0 rounded-md border border-control bg-surface text-ink disabled:cursor-not-allowed disabled:bg-sunken disabled:text-subtle aria-invalid:border-danger";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return <input type={type} className={cn(controlClass, "h-8 px-2.5", className)} {...props} />;
}

export function Textarea({ className, rows = 4, ...props }: ComponentProps<"textarea">) {
  return <textarea rows={rows} className={cn(controlClass, "px-2.5 py-1.5", className)} {...props} />;
}
