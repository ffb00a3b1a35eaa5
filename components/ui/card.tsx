import type { ReactNode } from "react";
import { cn } from "./class-names";

interface CardProps {
  title?: string;
  description?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  /** Tables and lists reach to the edge. */
  isFlush?: boolean;
  className?: string;
  children?: ReactNode;
}

export function Card({ title, description, actions, isFlush, className, children }: CardProps) {
  return (
    <section className={cn("min-w-0 rounded-lg border border-subtle bg-surface", className)}>
      {title ? (
        <header
          className={cn(
            "flex flex-wrap gap-x-4 gap-y-2 px-4 pt-3",
            description ? "items-start" : "items-center",
            isFlush ? "border-b border-subtle pb-3" : "pb-1",
          )}
        >
          <div className="min-w-0 flex-1 basis-44">
            <h2 className="font-semibold">{title}</h2>
            {description ? <p className="text-sm text-muted">{description}</p> : null}
          </div>
          {actions}
        </header>
      ) : null}
      <div className={isFlush ? undefined : "px-4 py-3"}>{children}</div>
    </section>
  );
}
