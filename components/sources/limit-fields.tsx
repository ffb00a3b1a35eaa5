"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type FormProblems, type ScopeKind, type SourceForm, scopeKinds } from "./source-form.logic";

interface LimitFieldsProps {
  form: SourceForm;
  problems: FormProblems;
  onChange: (changes: Partial<SourceForm>) => void;
  /** Shown in empty fields. */
  placeholder?: string;
}

/** How much one run may read. */
export function BudgetFields({ form, problems, onChange, placeholder }: LimitFieldsProps) {
  const number = (key: "pages" | "megabytes" | "depth", label: string, hint: string) => (
    <Field label={label} error={problems[key]} hint={hint}>
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          value={form[key]}
          placeholder={placeholder}
          onChange={(event) => onChange({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      {number("pages", "Pages in one run", "Reading stops there.")}
      {number("megabytes", "Megabytes in one run", "As received.")}
      {number("depth", "Depth", "Steps away from the address; 0 reads it alone.")}
    </div>
  );
}

const scopeWords: Record<ScopeKind, string> = {
  page: "The whole page",
  heading: "What stands under a heading",
  fragment: "The element with an id",
  selector: "What a CSS selector finds",
};
const scopeLabels = { heading: "Heading", fragment: "Id of the element", selector: "CSS selector" };
const scopeExamples = { heading: "Prices", fragment: "pricing", selector: "main .plans" };

/** Which part of its pages counts when they are compared. */
export function ScopeFields({ form, problems, onChange }: LimitFieldsProps) {
  const { scopeKind } = form;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label="What is compared"
        hint={scopeKind === "page" ? null : "Changes elsewhere on a page are then not told."}
      >
        {(control) => (
          <Select
            {...control}
            value={scopeKind}
            onChange={(event) =>
              onChange({ scopeKind: scopeKinds.find((kind) => kind === event.target.value) ?? "page" })
            }
            options={scopeKinds.map((value) => ({ value, label: scopeWords[value] }))}
          />
        )}
      </Field>
      {scopeKind === "page" ? null : (
        <Field label={scopeLabels[scopeKind]} error={problems.scopeText}>
          {(control) => (
            <Input
              {...control}
              value={form.scopeText}
              maxLength={300}
              placeholder={scopeExamples[scopeKind]}
              className={scopeKind === "heading" ? undefined : "font-mono"}
              onChange={(event) => onChange({ scopeText: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
