"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { parseTags } from "@/components/library/tags.logic";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { sourceKinds } from "@/lib/vocabulary/sources";
import { CredentialCard } from "./credential-card";
import { failureWords } from "./failure-words";
import { RuleCard } from "./fixes/rule-card";
import { BudgetFields, ScopeFields } from "./limit-fields";
import { retentionFormOf, retentionOf } from "./retention.logic";
import { RetentionFields, retentionPromise } from "./retention-fields";
import { QuietHoursFields, ScheduleFields } from "./schedule-fields";
import { budgetOf, formOf, formProblems, scheduleOf, scopeOf } from "./source-form.logic";
import type { SourceView } from "./source-types";
import { kindHints, kindWords } from "./source-words";
import { useRefreshSources } from "./use-refresh-sources";

/** Everything of a source that can be changed; its address cannot, for its history hangs on it. */
export function SourceSettings({ source }: { source: SourceView }) {
  const client = useTRPCClient();
  const refresh = useRefreshSources();
  const [name, setName] = useState(source.name);
  const [kind, setKind] = useState(source.kind);
  const [tags, setTags] = useState(source.tags.join(", "));
  const [isIgnoring, setIsIgnoring] = useState(source.robots === "ignore");
  const [leave, setLeave] = useState(source.robotsReason ?? "");
  const [form, setForm] = useState(() => formOf(source));
  const [kept, setKept] = useState(() => retentionFormOf(source.retention));
  const [hasPictures, setHasPictures] = useState(source.pictures === "changed");
  const inherited = useQuery(useTRPC().sources.retention.queryOptions()).data ?? { keep: "all" as const };
  const retention = retentionOf(kept);
  const problems = formProblems(form);
  const change = (changes: Partial<typeof form>) => setForm((before) => ({ ...before, ...changes }));
  const lacksLeave = isIgnoring && leave.trim() === "";

  const save = useMutation({
    mutationFn: () =>
      client.sources.update.mutate({
        id: source.id,
        name: name.trim(),
        kind,
        tags: parseTags(tags),
        schedule: scheduleOf(form),
        budget: budgetOf(form),
        scope: scopeOf(form),
        retention,
        pictures: hasPictures ? "changed" : "none",
        robots: isIgnoring ? "ignore" : "obey",
        robotsReason: isIgnoring ? leave.trim() : undefined,
      }),
    onSuccess: async () => {
      await refresh([source.id]);
      toast.ok("Source changed", { description: "The next run follows it." });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (Object.keys(problems).length === 0 && retention !== undefined) save.mutate();
  }

  return (
    <div className="flex max-w-190 flex-col gap-4">
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Card title="Source">
          <div className="flex flex-col gap-3 py-1">
            <div className="grid gap-3 sm:grid-cols-2">
              <Field label="Name">
                {(control) => (
                  <Input
                    {...control}
                    required
                    value={name}
                    maxLength={200}
                    onChange={(event) => setName(event.target.value)}
                  />
                )}
              </Field>
              <Field label="Tags, separated by commas">
                {(control) => <Input {...control} value={tags} onChange={(event) => setTags(event.target.value)} />}
              </Field>
            </div>
            <Field label="Kind" hint={`${kindHints[kind]}.`}>
              {(control) => (
                <Select
                  {...control}
                  value={kind}
                  onChange={(event) => setKind(sourceKinds.find((one) => one === event.target.value) ?? kind)}
                  options={sourceKinds.map((value) => ({ value, label: kindWords[value] }))}
                />
              )}
            </Field>
          </div>
        </Card>
        <Card title="When it is read">
          <div className="flex flex-col gap-3 py-1">
            <ScheduleFields form={form} problems={problems} onChange={change} />
            <QuietHoursFields form={form} problems={problems} onChange={change} />
          </div>
        </Card>
        <Card title="How much is read, and what is compared">
          <div className="flex flex-col gap-3 py-1">
            <BudgetFields form={form} problems={problems} onChange={change} />
            <ScopeFields form={form} problems={problems} onChange={change} />
          </div>
        </Card>
        <Card title="What is kept" description={retentionPromise}>
          <div className="flex flex-col gap-3 py-1">
            <RetentionFields
              form={kept}
              inherited={inherited}
              onChange={(changes) => setKept((before) => ({ ...before, ...changes }))}
            />
            <Checkbox
              label="Take a picture of pages that have changed, where a browser is there"
              checked={hasPictures}
              onChange={(event) => setHasPictures(event.target.checked)}
            />
          </div>
        </Card>
        <Card
          title="Rules of the site"
          description="robots.txt says what crawlers may read. It is obeyed unless the owner of the site has allowed more."
        >
          <div className="flex flex-col gap-3 py-1">
            <Checkbox
              label="The owner allows this source to be read against robots.txt"
              checked={isIgnoring}
              onChange={(event) => setIsIgnoring(event.target.checked)}
            />
            {isIgnoring ? (
              <Field
                label="Who allowed it, and when"
                hint="Kept with the source and in the audit."
                error={lacksLeave ? "Say who allowed it." : null}
              >
                {(control) => (
                  <Textarea
                    {...control}
                    rows={2}
                    maxLength={500}
                    value={leave}
                    onChange={(event) => setLeave(event.target.value)}
                  />
                )}
              </Field>
            ) : null}
          </div>
        </Card>
        {save.isError ? (
          <p role="alert" className="text-danger wrap-anywhere">
            {failureWords(save.error)}
          </p>
        ) : null}
        <div className="flex justify-end">
          <Button
            type="submit"
            variant="primary"
            isLoading={save.isPending}
            disabled={Object.keys(problems).length > 0 || retention === undefined || name.trim() === "" || lacksLeave}
          >
            Save changes
          </Button>
        </div>
      </form>
      <RuleCard sourceId={source.id} />
      <CredentialCard sourceId={source.id} credential={source.credential} />
    </div>
  );
}
