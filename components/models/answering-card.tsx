"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ModelSettingsView } from "@/server/models/schemas";
import { isBudgetUsedUp } from "./model-form.logic";
import { reasonWords } from "./model-words";

/** Who answers now, and a way to try it. */
export function AnsweringCard({ settings }: { settings: ModelSettingsView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const test = useMutation(
    trpc.models.testConnection.mutationOptions({
      // A test is a call like any other: it is counted and costs.
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.models.pathKey() }),
    }),
  );
  const isModel = settings.engine === "model";
  return (
    <Card
      title="Who answers"
      actions={
        isModel ? (
          <Button onClick={() => test.mutate({})} isLoading={test.isPending}>
            Test connection
          </Button>
        ) : null
      }
    >
      <div className="flex flex-col gap-2">
        {isModel ? (
          <>
            <p className="flex flex-wrap items-center gap-2">
              <Badge meaning="model">Model</Badge>
              <code className="font-mono text-sm wrap-anywhere">{settings.activeModel}</code>
              <span className="text-muted">
                {settings.provider ? "chosen by this workspace" : "chosen by the operator of this installation"}
              </span>
            </p>
            {isBudgetUsedUp(settings) ? (
              <p className="flex max-w-150 items-start gap-1.5 text-danger">
                <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
                This month's budget is used up: answers come in the documents' own words until the month ends or the
                budget is raised.
              </p>
            ) : null}
            <p className="max-w-150 text-muted">
              It writes up what the documents say. Every sentence is still checked word for word against its quotes, and
              what fails is dropped. When the model fails or the budget ends, answers go on without it.
            </p>
          </>
        ) : (
          <>
            <p className="flex flex-wrap items-center gap-2">
              <Badge>No model</Badge>
              <span>Answers are extractive. {settings.reason ? reasonWords[settings.reason] : null}</span>
            </p>
            <p className="max-w-150 text-muted">
              Answers consist of sentences taken from your documents, each with its quote. Nothing leaves this
              installation and nothing is charged. A model adds wording: it writes up the same evidence.
            </p>
          </>
        )}
        <div aria-live="polite">
          {test.data ? (
            <p className="flex items-start gap-1.5">
              {test.data.isOk ? (
                <CircleCheck className="mt-0.5 size-4 shrink-0 text-ok" aria-hidden />
              ) : (
                <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger" aria-hidden />
              )}
              <span>
                {test.data.message}{" "}
                <span className="text-muted tabular-nums">{(test.data.durationMs / 1000).toFixed(1)} s</span>
              </span>
            </p>
          ) : null}
          {test.isError ? <p className="text-danger">{errorMessage(test.error)}</p> : null}
        </div>
      </div>
    </Card>
  );
}
