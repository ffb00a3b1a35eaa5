"use client";
import { type FormEvent, useId, useState } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { opportunityKinds } from "@/lib/vocabulary/opportunities";
import type { OpportunityView } from "../opportunity-types";
import { kindWords } from "../opportunity-words";
import { useRefreshOpportunities } from "../use-refresh-opportunities";

const kinds = opportunityKinds.map((kind) => ({ value: kind, label: kindWords[kind] }));

/** What a person knows better than the documents. Their statements stay beside it. */
export function EditFieldsDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const formId = useId();
  const client = useTRPCClient();
  const refresh = useRefreshOpportunities();
  const first = formOf(opportunity);
  const [form, setForm] = useState(first);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const set = (key: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm((before) => ({ ...before, [key]: event.target.value }));

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    setFailure(null);
    const changed = (key: keyof typeof form) => form[key].trim() !== first[key];
    const text = (key: keyof typeof form) => (changed(key) ? form[key].trim() || null : undefined);
    const isValueChanged = changed("amount") || changed("currency");
    try {
      await client.opportunities.update.mutate({
        id: opportunity.id,
        fields: {
          title: changed("title") && form.title.trim() ? form.title.trim() : undefined,
          buyer: text("buyer"),
          reference: text("reference"),
          kind: changed("kind") ? (opportunityKinds.find((kind) => kind === form.kind) ?? "other") : undefined,
          summary: text("summary"),
          place: text("place"),
          setAside: text("setAside"),
          value: isValueChanged
            ? form.amount.trim()
              ? { amount: form.amount.trim().replace(/[\s,']/g, ""), currency: form.currency.trim().toUpperCase() }
              : null
            : undefined,
        },
      });
      await refresh([opportunity.id]);
      toast.ok("Saved");
      onClose();
    } catch (error) {
      setFailure(errorMessage(error));
      setIsBusy(false);
    }
  }

  return (
    <Dialog
      title="Edit what is known"
      description="What you enter holds. What the documents say stays beside it."
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          {failure ? (
            <p role="alert" className="mr-auto text-danger">
              {failure}
            </p>
          ) : null}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={isBusy} disabled={form.title.trim() === ""}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-3 sm:grid-cols-2">
        <Field label="Title" className="sm:col-span-2">
          {(control) => <Input {...control} value={form.title} maxLength={500} onChange={set("title")} />}
        </Field>
        <Field label="Buyer">
          {(control) => <Input {...control} value={form.buyer} maxLength={300} onChange={set("buyer")} />}
        </Field>
        <Field label="Reference">
          {(control) => <Input {...control} value={form.reference} maxLength={200} onChange={set("reference")} />}
        </Field>
        <Field label="Kind">
          {(control) => <Select {...control} value={form.kind} onChange={set("kind")} options={kinds} />}
        </Field>
        <Field label="Place">
          {(control) => <Input {...control} value={form.place} maxLength={300} onChange={set("place")} />}
        </Field>
        <Field label="Value">
          {(control) => <Input {...control} inputMode="decimal" value={form.amount} onChange={set("amount")} />}
        </Field>
        <Field label="Currency" hint="Three letters, as in EUR.">
          {(control) => <Input {...control} value={form.currency} maxLength={3} onChange={set("currency")} />}
        </Field>
        <Field label="Set-aside" className="sm:col-span-2">
          {(control) => <Input {...control} value={form.setAside} maxLength={300} onChange={set("setAside")} />}
        </Field>
        <Field label="Summary" className="sm:col-span-2">
          {(control) => (
            <Textarea {...control} rows={4} value={form.summary} maxLength={5000} onChange={set("summary")} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

function formOf(opportunity: OpportunityView) {
  return {
    title: opportunity.title,
    buyer: opportunity.buyer ?? "",
    reference: opportunity.reference ?? "",
    kind: opportunity.kind as string,
    summary: opportunity.summary ?? "",
    place: opportunity.place ?? "",
    setAside: opportunity.setAside ?? "",
    amount: opportunity.value?.amount ?? "",
    currency: opportunity.value?.currency ?? "",
  };
}
