"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { placeHref } from "@/components/shell/places";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { opportunityKinds } from "@/lib/vocabulary/opportunities";
import { kindWords } from "../opportunity-words";
import { useRefreshOpportunities } from "../use-refresh-opportunities";

const kinds = opportunityKinds.map((kind) => ({ value: kind, label: kindWords[kind] }));

/** An opportunity that came by phone or on paper. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const { workspace } = useShell();
  const router = useRouter();
  const refresh = useRefreshOpportunities();
  const formId = useId();
  const [form, setForm] = useState(() => ({
    title: "",
    buyer: "",
    reference: "",
    kind: "tender",
    summary: "",
    date: "",
    time: "",
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));
  const set = (key: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm((before) => ({ ...before, [key]: event.target.value }));
  const create = useMutation(
    useTRPC().opportunities.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await refresh([]);
        onClose();
        router.push(`${placeHref(workspace.slug, "opportunities")}/${id}`);
      },
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    const given = (text: string) => text.trim() || undefined;
    create.mutate({
      title: form.title.trim(),
      buyer: given(form.buyer),
      reference: given(form.reference),
      kind: opportunityKinds.find((kind) => kind === form.kind) ?? "other",
      summary: given(form.summary),
      submissionDate: given(form.date),
      submissionTime: form.date ? given(form.time) : undefined,
      submissionZone: form.date && form.time ? given(form.zone) : undefined,
    });
  }

  return (
    <Dialog
      title="Add an opportunity by hand"
      description="For what came by phone or on paper. Its documents can be dropped on it later."
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            isLoading={create.isPending}
            disabled={form.title.trim() === ""}
          >
            Add opportunity
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-3 sm:grid-cols-2">
        <Field label="Title" className="sm:col-span-2" error={create.isError ? errorMessage(create.error) : null}>
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
        <Field label="Submission date">
          {(control) => <Input {...control} type="date" value={form.date} onChange={set("date")} />}
        </Field>
        <Field label="Time" hint="Leave it empty when none is stated.">
          {(control) => (
            <Input {...control} type="time" value={form.time} disabled={!form.date} onChange={set("time")} />
          )}
        </Field>
        <Field label="Time zone of the buyer">
          {(control) => <Input {...control} value={form.zone} disabled={!form.time} onChange={set("zone")} />}
        </Field>
        <Field label="Summary" className="sm:col-span-2">
          {(control) => (
            <Textarea {...control} rows={3} value={form.summary} maxLength={5000} onChange={set("summary")} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
