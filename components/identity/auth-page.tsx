import Link from "next/link";
import type { ReactNode } from "react";
import { BrandMark } from "@/components/ui/brand-mark";

interface AuthPageProps {
  title: string;
  description?: ReactNode;
  /** Under the form: the way to the neighbouring page. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A page with one form in the middle, for people who are not inside a workspace. */
export function AuthPage({ title, description, footer, children }: AuthPageProps) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-100 flex-col justify-center gap-5 px-4 py-10">
      <p>
        <Link
          href="/"
          className="inline-flex items-center gap-2 rounded-sm font-semibold tracking-tight hover:underline"
        >
          <BrandMark /> Outrider
        </Link>
      </p>
      <header>
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {description ? <div className="mt-1 text-muted">{description}</div> : null}
      </header>
      {children}
      {footer ? <p className="text-sm text-muted">{footer}</p> : null}
    </main>
  );
}
