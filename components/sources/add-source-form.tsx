"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { parseTags } from "@/components/library/tags.logic";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { failureWords } from "./failure-words";
import { BudgetFields, ScopeFields } from "./limit-fields";
import { QuietHoursFields, ScheduleFields } from "./schedule-fields";
import { budgetOf, emptyForm, formProblems, scheduleOf, scopeOf } from "./source-form.logic";
import { kindHints, kindWords } from "./source-words";
import type { Candidate } from "./use-address-check";
import { useRefreshSources } from "./use-refresh-sources";

interface AddSourceFormProps {
  candidate: Candidate;
  /** The site asks crawlers to stay away: nothing is read before somebody has said who allowed it. */
  mustGiveLeave: boolean;
  isUnchecked: boolean;
}

export function AddSourceForm({ candidate, mustGiveLeave, isUnchecked }: AddSourceFormProps) {
  const [name, setName] = useState(candidate.title?.slice(0, 200) ?? hostOf(candidate.url));
  const [tags, setTags] = useState("");
  const [collectionId, setCollectionId] = useState("");
  const [leave, setLeave] = useState("");
  const [form, setForm] = useState(emptyForm);
  const problems = formProblems(form);
  const hasProblems = Object.keys(problems).length > 0;
  const change = (changes: Partial<typeof form>) => setForm((before) => ({ ...before, ...changes }));
  const create = useCreateSource();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (hasProblems) return;
    create.mutate({
      url: candidate.url,
      kind: candidate.kind,
      name: name.trim() || undefined,
      tags: parseTags(tags),
      schedule: scheduleOf(form),
      budget: budgetOf(form),
      scope: scopeOf(form),
      collectionId: collectionId || undefined,
      ...(mustGiveLeave ? { robots: "ignore" as const, robotsReason: leave.trim() } : {}),
    });
  }

  return (
    <Card title="How it is watched" description={`${kindWords[candidate.kind]}: ${lower(kindHints[candidate.kind])}.`}>
      <form onSubmit={submit} className="flex flex-col gap-4 py-1">
        {isUnchecked ? (
          <p className="text-muted wrap-anywhere">
            {candidate.url} was not looked at. The first run tells what could be read.
          </p>
        ) : null}
        {mustGiveLeave ? <LeaveField value={leave} onChange={setLeave} /> : null}
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="Name">
            {(control) => (
              <Input {...control} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
            )}
          </Field>
          <Field label="Tags, separated by commas">
            {(control) => <Input {...control} value={tags} onChange={(event) => setTags(event.target.value)} />}
          </Field>
        </div>
        <ScheduleFields form={form} problems={problems} onChange={change} recommended="As suits this kind" />
        <details className="rounded-md border border-subtle">
          <summary className="cursor-pointer rounded-md px-3 py-2 font-medium hover:bg-hover">
            Limits, quiet hours, and what is compared
          </summary>
          <div className="flex flex-col gap-4 px-3 pt-2 pb-3">
            <BudgetFields form={form} problems={problems} onChange={change} placeholder="As suits this kind" />
            <QuietHoursFields form={form} problems={problems} onChange={change} />
            <ScopeFields form={form} problems={problems} onChange={change} />
            <CollectionField value={collectionId} onChange={setCollectionId} />
          </div>
        </details>
        {create.isError ? (
          <p role="alert" className="text-danger wrap-anywhere">
            {failureWords(create.error)}
          </p>
        ) : null}
        <div className="flex flex-wrap items-center justify-end gap-2">
          {hasProblems ? <span className="text-sm text-danger">Something above cannot be sent yet.</span> : null}
          <Button
            type="submit"
            variant="primary"
            isLoading={create.isPending}
            disabled={hasProblems || (mustGiveLeave && leave.trim() === "")}
          >
            Start watching
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** Begins to watch, and goes where the first run can be seen. */
function useCreateSource() {
  const { workspace } = useShell();
  const router = useRouter();
  const client = useTRPCClient();
  const refresh = useRefreshSources();
  return useMutation({
    mutationFn: (source: Parameters<typeof client.sources.create.mutate>[0]) => client.sources.create.mutate(source),
    onSuccess: async (source) => {
      await refresh();
      toast.ok(`${source.name} is watched`, { description: "The first run has started." });
      router.push(`${placeHref(workspace.slug, "sources")}/${source.id}`);
    },
  });
}

interface OwnFieldProps {
  value: string;
  onChange: (value: string) => void;
}

function LeaveField({ value, onChange }: OwnFieldProps) {
  return (
    <Field
      label="Who allowed this site to be read against its robots.txt"
      hint="Kept with the source and in the audit."
    >
      {(control) => (
        <Textarea
          {...control}
          rows={2}
          required
          maxLength={500}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function CollectionField({ value, onChange }: OwnFieldProps) {
  const collections = useQuery(useTRPC().collections.list.queryOptions({}));
  const shelves = collections.data?.collections.filter((shelf) => shelf.name !== "Watched pages") ?? [];
  return (
    <Field label="Collection" hint="Who may see the collection may see the source, its pages and changes.">
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          options={[
            { value: "", label: "Watched pages" },
            ...shelves.map((shelf) => ({ value: shelf.id, label: shelf.name })),
          ]}
        />
      )}
    </Field>
  );
}

function hostOf(url: string): string {
  return url.replace(/^[a-z]+:\/\//i, "").split("/")[0] ?? url;
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
