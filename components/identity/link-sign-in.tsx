"use client";
import { useEffect, useRef, useState } from "react";
import { FormError } from "./form-error";
import { openSession } from "./session-client";
import { wordsOf } from "./use-submit";

/** Uses up the one-time link in the address. The secret stands behind the "#", so that no server ever logs it. */
export function LinkSignIn({ next }: { next: string }) {
  const [failure, setFailure] = useState<string | null>(null);
  const hasBegun = useRef(false);
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    const linkToken = window.location.hash.slice(1);
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
    openSession({ linkToken }).then(
      () => window.location.replace(next),
      (error: unknown) => setFailure(wordsOf(error)),
    );
  }, [next]);
  return failure ? <FormError message={failure} /> : <p role="status">Signing in…</p>;
}
