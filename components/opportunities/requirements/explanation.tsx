"use client";
import { useMutation } from "@tanstack/react-query";
import { Lightbulb } from "lucide-react";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";

/** What a requirement asks for in plain words, on request: a model's, each sentence borne out by the quote, or what our own record knows. */
export function Explanation({ requirementId }: { requirementId: string }) {
  const explain = useMutation(useTRPC().requirements.explain.mutationOptions());
  if (!explain.data) {
    return (
      <div className="mt-1 -ml-2">
        <Button
          size="sm"
          variant="ghost"
          isLoading={explain.isPending}
          onClick={() => explain.mutate({ id: requirementId })}
        >
          <Lightbulb aria-hidden /> Explain in plain words
        </Button>
        {explain.isError ? <span className="text-sm text-danger">{errorMessage(explain.error)}</span> : null}
      </div>
    );
  }
  const { sentences, engine, model, citation } = explain.data;
  return (
    <section aria-label="In plain words" className="mt-2 rounded-md bg-sunken px-3 py-2 text-sm">
      <p className="wrap-anywhere">{sentences.join(" ")}</p>
      {citation ? (
        <p className="mt-1 text-muted wrap-anywhere">
          From: <q className="bg-evidence">{citation.quote.replace(/\s+/g, " ")}</q>
        </p>
      ) : null}
      <p className="mt-1">
        {engine === "model" ? (
          <Badge meaning="model">Written by {model ?? "a model"}, held against the quote</Badge>
        ) : (
          <span className="text-subtle">From what was read, without a model.</span>
        )}
      </p>
    </section>
  );
}
