"use client";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Button } from "./button";
import { createToastStore, type Toast } from "./toast.logic";

const store = createToastStore();

/**
 * Says what was just done: `toast.ok("3 documents deleted", { action: { label: "Undo", run } })`.
 * Never the only place of an error: the screen says it as well.
 */
export const toast = {
  ok: store.adder("ok"),
  error: store.adder("error"),
  withdrawOthers: store.withdrawOthers,
};

export function Toaster() {
  const toasts = useSyncExternalStore(store.subscribe, store.list, store.none);
  return (
    <section
      aria-label="Messages"
      aria-live="polite"
      className="pointer-events-none fixed right-3 bottom-3 z-60 flex w-[min(380px,calc(100vw-24px))] flex-col gap-2"
      onMouseEnter={store.hold}
      onMouseLeave={store.release}
      onFocus={store.hold}
      onBlur={store.release}
    >
      {toasts.map((one) => (
        <ToastCard key={one.id} toast={one} />
      ))}
    </section>
  );
}

function ToastCard({ toast: { id, kind, title, description, action } }: { toast: Toast }) {
  return (
    <div className="pointer-events-auto flex items-start gap-2 rounded-md bg-raised p-3 shadow-raised">
      {kind === "ok" ? (
        <CircleCheck className="mt-0.5 size-4 shrink-0 text-ok" aria-hidden />
      ) : (
        <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger" aria-hidden />
      )}
      <div className="min-w-0 flex-1 wrap-anywhere">
        <p className="font-medium">{title}</p>
        {description ? <p className="text-sm text-muted">{description}</p> : null}
      </div>
      {action ? (
        <Button
          size="sm"
          onClick={() => {
            store.remove(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <button
        type="button"
        aria-label="Dismiss"
        className="rounded-sm p-1 text-muted hover:text-ink"
        onClick={() => store.remove(id)}
      >
        <X className="size-4" aria-hidden />
      </button>
    </div>
  );
}
