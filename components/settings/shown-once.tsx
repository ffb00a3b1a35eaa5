"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Code } from "@/components/ui/code";

interface ShownOnceProps {
  children: ReactNode;
  secret: string;
  copyLabel: string;
  onClose: () => void;
}

/** What a form has made and nobody can be shown again. It takes the form's place, and the focus that the form's end would lose. */
export function ShownOnce({ children, secret, copyLabel, onClose }: ShownOnceProps) {
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => told.current?.focus(), []);
  return (
    <div className="flex flex-col gap-3">
      <p ref={told} tabIndex={-1} className="outline-none">
        {children}
      </p>
      <Code text={secret} label={copyLabel} />
      <Button className="self-end" onClick={onClose}>
        Close
      </Button>
    </div>
  );
}
