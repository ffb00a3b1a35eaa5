"use client";
import "./globals.css";
import { useEffect } from "react";
import { useReturn } from "@/components/shell/use-return";

/** The last resort, when the layout itself has failed; it therefore leans on nothing but the style sheet. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useReturn();
  useEffect(() => {
    document.title = "Something went wrong · Outrider";
  }, []);
  return (
    <html lang="en">
      <body className="bg-canvas text-ink font-sans text-base">
        <main className="mx-auto flex min-h-dvh max-w-120 flex-col items-start justify-center gap-3 px-6">
          <h1 className="text-xl font-semibold">Something went wrong</h1>
          <p className="text-muted">The page could not be shown. What was saved before is safe.</p>
          {error.digest ? <p className="text-sm text-muted">Request {error.digest}</p> : null}
          <button
            type="button"
            onClick={reset}
            className="h-8 rounded-md border border-strong bg-surface px-3 font-medium"
          >
            Retry
          </button>
        </main>
      </body>
    </html>
  );
}
