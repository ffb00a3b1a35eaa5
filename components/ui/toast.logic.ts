export interface ToastOptions {
  description?: string;
  /** What was changed; a later message about the same takes its place, so that no Undo brings back what no longer stood before. */
  about?: string;
  /** Which of the deeds about it this is: once another one holds, the message is withdrawn. */
  deed?: string;
  action?: { label: string; run: () => void };
}

export interface Toast extends ToastOptions {
  id: number;
  kind: "ok" | "error";
  title: string;
}

/** With something to press it stays longer; an error stays until it is dismissed. */
const lifetimeMs = { plain: 5_000, withAction: 10_000 };
const mostAtOnce = 4;

/** A store for `useSyncExternalStore`. `hold` stops the clocks while a pointer or the focus rests on the messages. */
export function createToastStore() {
  const none: readonly Toast[] = [];
  let toasts = none;
  let nextId = 1;
  let isHeld = false;
  const listeners = new Set<() => void>();
  const timers = new Map<number, ReturnType<typeof setTimeout>>();

  function set(next: readonly Toast[]) {
    toasts = next;
    for (const listener of listeners) listener();
  }

  function remove(id: number) {
    clearTimeout(timers.get(id));
    timers.delete(id);
    set(toasts.filter((toast) => toast.id !== id));
  }

  function start(toast: Toast) {
    if (isHeld || toast.kind === "error") return;
    const ms = toast.action ? lifetimeMs.withAction : lifetimeMs.plain;
    timers.set(
      toast.id,
      setTimeout(() => remove(toast.id), ms),
    );
  }

  return {
    list: () => toasts,
    none: () => none,
    remove,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    adder:
      (kind: Toast["kind"]) =>
      (title: string, options: ToastOptions = {}) => {
        const toast = { id: nextId++, kind, title, ...options };
        const { about } = options;
        if (about !== undefined) for (const earlier of toasts) if (earlier.about === about) remove(earlier.id);
        set([...toasts, toast].slice(-mostAtOnce));
        start(toast);
      },
    /** What was done to `about` last is `deed`, whoever did it: messages of other deeds, whose Undo would undo that one, go. */
    withdrawOthers(about: string, deed: string) {
      for (const one of toasts) if (one.about === about && one.deed !== undefined && one.deed !== deed) remove(one.id);
    },
    hold() {
      isHeld = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
    release() {
      isHeld = false;
      for (const toast of toasts) start(toast);
    },
  };
}
