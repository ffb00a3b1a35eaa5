"use client";
import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";

function subscribe(listener: () => void) {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

export function OfflineBanner() {
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  if (isOnline) return null;
  return (
    <p
      role="status"
      className="flex items-center gap-2 border-b border-subtle bg-attention-soft px-4 py-2 text-attention sm:px-6"
    >
      <WifiOff className="size-4 shrink-0" aria-hidden />
      You are offline. What you typed stays here; loading and saving go on when the connection is back.
    </p>
  );
}
