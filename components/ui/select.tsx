import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { controlClass } from "./input";

interface SelectProps extends Omit<ComponentProps<"select">, "children"> {
  options: readonly { value: string; label: string; disabled?: boolean }[];
}

/** The browser's own list: quick, familiar on a phone, and right for every keyboard and reader. */
export function Select({ options, className, ...props }: SelectProps) {
  return (
    <span className={cn("relative inline-flex", className)}>
      <select className={cn(controlClass, "h-8 appearance-none pr-8 pl-2.5")} {...props}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown className="pointer-events-none absolute top-2 right-2 size-4 text-muted" aria-hidden />
    </span>
  );
}
