import type { ReactNode } from "react";

interface PageHeaderProps {
  title: ReactNode;
  /** State beside the title: badges. */
  status?: ReactNode;
  /** One line: owner, date, size. */
  description?: ReactNode;
  /** At most one primary button, last. */
  actions?: ReactNode;
}

export function PageHeader({ title, status, description, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-60">
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="min-w-0 text-xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
          {status}
        </div>
        {description ? <div className="mt-0.5 text-muted">{description}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
