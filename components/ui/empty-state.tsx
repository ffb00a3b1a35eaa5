import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface EmptyStateProps {
  icon: LucideIcon;
  /** One sentence on what belongs here. */
  title: string;
  description?: ReactNode;
  /** The action that fills it. */
  children?: ReactNode;
}

export function EmptyState({ icon: Icon, title, description, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-14 text-center">
      <Icon className="size-6 text-subtle" aria-hidden />
      <p className="max-w-110 font-medium text-balance">{title}</p>
      {description ? <p className="max-w-110 text-balance text-muted">{description}</p> : null}
      {children ? <div className="mt-2 flex flex-wrap justify-center gap-2">{children}</div> : null}
    </div>
  );
}
