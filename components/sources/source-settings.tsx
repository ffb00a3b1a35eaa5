"use client";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { sourceKinds } from "@/lib/vocabulary/sources";
import { CredentialCard } from "./credential-card";
import { failureWords } from "./failure-words";
import { RuleCard } from "./fixes/rule-card";
import { BudgetFields, ScopeFields } from "./limit-fields";
import { RetentionFields, retentionPromise } from "./retention-fields";
import { QuietHoursFields, ScheduleFields } from "./schedule-fields";
import type { SourceView } from "./source-types";
import { kindHints, kindWords } from "./source-words";
import { type SourceForm, useSourceForm } from "./use-source-form";

/** Everything of a source that can be changed; its address cannot, for its history hangs on it. */
export function SourceSettings({ source }: { source: SourceView }) {
  const form = useSourceForm(source);
  const { limits, problems, changeLimits, save } = form;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (form.canSave) save.mutate();
  }

  return (
    <div className="flex max-w-190 flex-col gap-4">
      <form onSubmit={submit} className="flex flex-col gap-4">
        <NameCard form={form} />
        <Card title="When it is read">
          <div className="flex flex-col gap-3 py-1">
            <ScheduleFields form={limits} problems={problems} onChange={changeLimits} />
            <QuietHoursFields form={limits} problems={problems} onChange={changeLimits} />
          </div>
        </Card>
        <Card title="How much is read, and what is compared">
          <div className="flex flex-col gap-3 py-1">
            <BudgetFields form={limits} problems={problems} onChange={changeLimits} />
            <ScopeFields form={limits} problems={problems} onChange={changeLimits} />
          </div>
        </Card>
        <KeptCard form={form} />
        <RobotsCard form={form} />
        {save.isError ? (
          <p role="alert" className="text-danger wrap-anywhere">
            {failureWords(save.error)}
          </p>
        ) : null}
        <div className="flex justify-end">
          <Button type="submit" variant="primary" isLoading={save.isPending} disabled={!form.canSave}>
            Save changes
          </Button>
        </div>
      </form>
      <RuleCard sourceId={source.id} />
      <CredentialCard sourceId={source.id} credential={source.credential} />
    </div>
  );
}

function NameCard({ form: { words, change } }: { form: SourceForm }) {
  const { name, tags, kind } = words;
  return (
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
                onChange={(event) => change({ name: event.target.value })}
              />
            )}
          </Field>
          <Field label="Tags, separated by commas">
            {(control) => (
              <Input {...control} value={tags} onChange={(event) => change({ tags: event.target.value })} />
            )}
          </Field>
        </div>
        <Field label="Kind" hint={`${kindHints[kind]}.`}>
          {(control) => (
            <Select
              {...control}
              value={kind}
              onChange={(event) => change({ kind: sourceKinds.find((one) => one === event.target.value) ?? kind })}
              options={sourceKinds.map((value) => ({ value, label: kindWords[value] }))}
            />
          )}
        </Field>
      </div>
    </Card>
  );
}

function KeptCard({ form: { words, change, kept, changeKept, inherited } }: { form: SourceForm }) {
  return (
    <Card title="What is kept" description={retentionPromise}>
      <div className="flex flex-col gap-3 py-1">
        <RetentionFields form={kept} inherited={inherited} onChange={changeKept} />
        <Checkbox
          label="Take a picture of pages that have changed, where a browser is there"
          checked={words.hasPictures}
          onChange={(event) => change({ hasPictures: event.target.checked })}
        />
      </div>
    </Card>
  );
}

function RobotsCard({ form: { words, change, lacksLeave } }: { form: SourceForm }) {
  return (
    <Card
      title="Rules of the site"
      description="robots.txt says what crawlers may read. It is obeyed unless the owner of the site has allowed more."
    >
      <div className="flex flex-col gap-3 py-1">
        <Checkbox
          label="The owner allows this source to be read against robots.txt"
          checked={words.isIgnoring}
          onChange={(event) => change({ isIgnoring: event.target.checked })}
        />
        {words.isIgnoring ? (
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
                value={words.leave}
                onChange={(event) => change({ leave: event.target.value })}
              />
            )}
          </Field>
        ) : null}
      </div>
    </Card>
  );
}
