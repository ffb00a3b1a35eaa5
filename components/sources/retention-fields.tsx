"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type RetentionForm, retentionOf, retentionWords } from "./retention.logic";
import type { Retention } from "./source-types";

const words = {
  default: "As the workspace says",
  all: "Everything",
  days: "What was replaced lately",
  last: "The newest revisions of each page",
} as const;

interface RetentionFieldsProps {
  form: RetentionForm;
  onChange: (changes: Partial<RetentionForm>) => void;
  /** The workspace's rule, where a source may follow it. */
  inherited?: Retention | undefined;
  isDisabled?: boolean;
}

/** Which earlier revisions of pages stay. */
export function RetentionFields({ form, onChange, inherited, isDisabled = false }: RetentionFieldsProps) {
  const choices = (Object.keys(words) as (keyof typeof words)[]).filter((keep) => keep !== "default" || inherited);
  const isWrong = retentionOf(form) === undefined;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label="What is kept"
        hint={form.keep === "default" && inherited ? `In this workspace ${retentionWords(inherited)}.` : null}
      >
        {(control) => (
          <Select
            {...control}
            disabled={isDisabled}
            value={form.keep}
            onChange={(event) => onChange({ keep: choices.find((keep) => keep === event.target.value) ?? form.keep })}
            options={choices.map((value) => ({ value, label: words[value] }))}
          />
        )}
      </Field>
      {form.keep === "days" || form.keep === "last" ? (
        <Field
          label={form.keep === "days" ? "Days after a revision was replaced" : "Revisions of each page"}
          error={isWrong ? `Give a whole number from 1 to ${form.keep === "days" ? "3,650" : "1,000"}.` : null}
        >
          {(control) => (
            <Input
              {...control}
              disabled={isDisabled}
              inputMode="numeric"
              value={form.keep === "days" ? form.days : form.revisions}
              onChange={(event) =>
                onChange(form.keep === "days" ? { days: event.target.value } : { revisions: event.target.value })
              }
            />
          )}
        </Field>
      ) : null}
    </div>
  );
}

/** What stays whatever the rule says. */
export const retentionPromise =
  "The current revision, everything that an answer or a tender quotes, and both sides of a change that nobody has archived stay whatever the rule says. What goes leaves its date and hash behind.";
