"use client";
import { type FormEvent, useState } from "react";
import { FormError } from "@/components/identity/form-error";
import { errorMessage } from "@/components/shell/query-error";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Progress } from "@/components/ui/progress";
import { formatDollars } from "@/lib/money";
import { budgetWarningShare } from "@/lib/vocabulary/models";
import type { ModelSettingsView } from "@/server/models/schemas";
import { type BudgetDraft, draftOfBudget, inputOfBudget, isBudgetUsedUp } from "./model-form.logic";
import { useUpdateModels } from "./use-update-models";

const fields = [
  { name: "inputPrice", label: "Price of a million tokens read", hint: "In dollars, from the provider's price list." },
  { name: "outputPrice", label: "Price of a million tokens written", hint: "In dollars." },
  {
    name: "budget",
    label: "Budget per month",
    hint: "In dollars; empty is no limit. Admins are told at 80%; at 100% answers go on without the model.",
  },
] as const satisfies readonly { name: keyof BudgetDraft; label: string; hint: string }[];

/** Prices, the monthly budget, and how much of it is gone. */
export function BudgetCard({ settings }: { settings: ModelSettingsView }) {
  const [draft, setDraft] = useState(() => draftOfBudget(settings));
  const [problems, setProblems] = useState<Partial<Record<keyof BudgetDraft, string>>>({});
  const update = useUpdateModels("Budget saved");

  function submit(event: FormEvent) {
    event.preventDefault();
    const read = inputOfBudget(draft);
    setProblems(read.problems ?? {});
    if (read.input) update.mutate(read.input, { onSuccess: (view) => setDraft(draftOfBudget(view)) });
  }

  return (
    <Card title="Budget" description="Months begin on the first, at midnight UTC.">
      <div className="flex flex-col gap-4">
        <BudgetBar settings={settings} />
        <form className="flex max-w-125 flex-col gap-4" onSubmit={submit} noValidate>
          <FormError message={update.isError ? errorMessage(update.error) : null} />
          {fields.map(({ name, label, hint }) => (
            <Field key={name} label={label} hint={hint} error={problems[name] ?? null}>
              {(control) => (
                <Input
                  {...control}
                  inputMode="decimal"
                  className="max-w-40 tabular-nums"
                  value={draft[name]}
                  onChange={(event) => setDraft((before) => ({ ...before, [name]: event.target.value }))}
                  autoComplete="off"
                />
              )}
            </Field>
          ))}
          <Button type="submit" variant="primary" className="self-start" isLoading={update.isPending}>
            Save budget
          </Button>
        </form>
      </div>
    </Card>
  );
}

function BudgetBar({ settings }: { settings: ModelSettingsView }) {
  const { spentMicros, monthlyBudgetMicros } = settings;
  if (monthlyBudgetMicros === null) {
    return (
      <p>
        <span className="font-medium tabular-nums">{formatDollars(spentMicros)}</span> this month, without a limit.
        {settings.inputPriceMicros === null ? (
          <span className="text-muted"> Without prices only tokens are counted.</span>
        ) : null}
      </p>
    );
  }
  const share = spentMicros / monthlyBudgetMicros;
  const isUsedUp = isBudgetUsedUp(settings);
  const isNear = share >= budgetWarningShare;
  return (
    <div className="flex max-w-125 flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-2">
        <span>
          <span className="font-medium tabular-nums">{formatDollars(spentMicros)}</span> of{" "}
          <span className="tabular-nums">{formatDollars(monthlyBudgetMicros)}</span> this month
        </span>
        {isUsedUp ? <Badge meaning="danger">Used up: answers are extractive</Badge> : null}
        {isNear && !isUsedUp ? <Badge meaning="attention">{Math.round(share * 100)}% used</Badge> : null}
      </p>
      <Progress
        label="Share of this month's budget that is used"
        value={share}
        meaning={isUsedUp ? "danger" : isNear ? "attention" : "accent"}
      />
    </div>
  );
}
