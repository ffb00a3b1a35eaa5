"use client";
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { IconButton } from "./icon-button";

interface CopyButtonProps {
  text: string;
  label?: string;
  /** Shows the label beside the icon. */
  hasLabel?: boolean;
}

export function CopyButton({ text, label = "Copy", hasLabel = false }: CopyButtonProps) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      setState("refused");
    }
  }

  const icon = state === "copied" ? <Check className="text-ok" aria-hidden /> : <Copy aria-hidden />;
  const words = { idle: label, copied: "Copied", refused: "The browser refused to copy" }[state];
  if (!hasLabel) {
    return (
      <IconButton label={words} onClick={copy}>
        {icon}
      </IconButton>
    );
  }
  return (
    <Button onClick={copy}>
      {icon}
      <span aria-live="polite">{words}</span>
    </Button>
  );
}
