"use client";
import { useSyncExternalStore } from "react";
import { cn } from "./class-names";

const never = () => () => {};
const isApple = () => /mac|iphone|ipad/i.test(navigator.platform);

/** Keys as people read them: "Mod K", "g l". `Mod` is what the keyboard in front of them says: ⌘ on Apple's, Ctrl on others. */
export function Kbd({ keys, isInverse = false }: { keys: string; isInverse?: boolean }) {
  const mod = useSyncExternalStore(never, isApple, () => false) ? "⌘" : "Ctrl";
  return (
    <span className="inline-flex gap-0.5">
      {keys.split(" ").map((key) => (
        <kbd
          key={key}
          className={cn(
            "inline-flex h-5 min-w-5 items-center justify-center rounded-sm border px-1 font-sans text-xs",
            isInverse ? "border-current opacity-80" : "border-strong bg-sunken text-muted",
          )}
        >
          {key === "Mod" ? mod : key}
        </kbd>
      ))}
    </span>
  );
}
