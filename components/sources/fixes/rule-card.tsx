"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { failureWords } from "../failure-words";
import { count } from "../source-words";
import type { ReadingView, RuleInput, RuleTestView } from "./fix-types";
import { fieldWords, originWords } from "./fix-words";
import { examples, formOfRule, languages, languageWords, type RuleForm, ruleOf } from "./rule-form.logic";
import { RuleOutcome } from "./rule-outcome";

type Kept = NonNullable<ReadingView["current"]>;

/** The rule by which entries are read, those before it, and one written by hand. */
export function RuleCard({ sourceId }: { sourceId: string }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const reading = useQuery(trpc.listingRules.get.queryOptions({ id: sourceId }));
  const refresh = () => cache.invalidateQueries(trpc.listingRules.pathFilter());
  const choose = useMutation({
    mutationFn: (ruleId: string | null) => client.listingRules.choose.mutate({ sourceId, ruleId }),
    onSuccess: async (_, ruleId) => {
      await refresh();
      const before = reading.data?.current?.id ?? null;
      toast.ok(ruleId ? "The earlier rule is used again" : "No rule is used any more", {
        ...(before ? { action: { label: "Undo", run: () => choose.mutate(before) } } : {}),
      });
    },
  });
  if (!reading.data) return <Skeleton className="h-40 w-full" />;
  const { current, past } = reading.data;
  return (
    <Card
      title="How entries are found"
      description="A rule is learned from the page, shown by a person on a task, or written here. A page that no longer fits it is read by its structure."
    >
      <div className="flex flex-col gap-4 py-1">
        {current ? (
          <div className="flex flex-wrap items-start gap-3">
            <RuleWords kept={current} />
            <Button isLoading={choose.isPending} onClick={() => choose.mutate(null)}>
              Forget this rule
            </Button>
          </div>
        ) : (
          <p className="text-muted">No rule is used. The next run finds the entries by the structure of the page.</p>
        )}
        {choose.isError ? (
          <p role="alert" className="text-danger">
            {failureWords(choose.error)}
          </p>
        ) : null}
        {past.length > 0 ? (
          <details>
            <summary className="cursor-pointer text-muted">{count(past.length, "earlier rule")}</summary>
            <ul aria-label="Earlier rules" className="mt-2 divide-y divide-subtle">
              {past.map((kept) => (
                <li key={kept.id} className="flex flex-wrap items-start gap-3 py-2">
                  <RuleWords kept={kept} />
                  <Button size="sm" disabled={choose.isPending} onClick={() => choose.mutate(kept.id)}>
                    Use again
                  </Button>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
        <ByHand key={current?.id ?? "none"} sourceId={sourceId} rule={current?.rule ?? null} onSet={refresh} />
      </div>
    </Card>
  );
}

function RuleWords({ kept }: { kept: Kept }) {
  const { rule, origin, madeAt } = kept;
  const place = rule.kind === "json" ? rule.records : rule.css || rule.xpath || "";
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-2">
        <Badge meaning={origin === "model" ? "model" : "neutral"}>{originWords[origin]}</Badge>
        <RelativeTime at={madeAt} />
        <span className="text-sm text-muted">found {count(kept.count, "entry", "entries")} then</span>
      </p>
      <p className="mt-1 wrap-anywhere">
        <code className="font-mono text-sm">{place}</code>
      </p>
      <p className="mt-1 text-sm text-muted wrap-anywhere">{Object.keys(rule.fields).map(fieldWords).join(", ")}</p>
    </div>
  );
}

function ByHand({
  sourceId,
  rule,
  onSet,
}: {
  sourceId: string;
  rule: RuleInput | null;
  onSet: () => Promise<unknown>;
}) {
  const client = useTRPCClient();
  const [form, setForm] = useState<RuleForm>(() => formOfRule(rule));
  const [problem, setProblem] = useState<string | null>(null);
  const [tested, setTested] = useState<{ rule: RuleInput; test: RuleTestView } | null>(null);
  const [isRebuilt, setIsRebuilt] = useState(false);
  const change = (changes: Partial<RuleForm>) => {
    setForm((before) => ({ ...before, ...changes }));
    setTested(null);
  };
  const test = useMutation({
    mutationFn: async (wanted: RuleInput) => ({
      rule: wanted,
      test: await client.listingRules.test.mutate({ sourceId, rule: wanted }),
    }),
    onSuccess: setTested,
  });
  const use = useMutation({
    mutationFn: (wanted: RuleInput) =>
      client.listingRules.set.mutate({ sourceId, rule: wanted, evenIfPastDiffers: isRebuilt }),
    onSuccess: async () => {
      await onSet();
      toast.ok("The next run reads by this rule");
    },
  });
  const needsWord = tested?.test.isUsable === true && !tested.test.fitsPast;
  const failure = test.error ?? use.error;

  function submit(event: FormEvent) {
    event.preventDefault();
    const read = ruleOf(form);
    setProblem("problem" in read ? read.problem : null);
    if ("rule" in read) test.mutate(read.rule);
  }

  return (
    <details>
      <summary className="cursor-pointer text-muted">Write a rule by hand</summary>
      <form onSubmit={submit} className="mt-3 flex flex-col gap-3">
        <RuleFields form={form} problem={problem} onChange={change} />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" isLoading={test.isPending}>
            Try on the kept pages
          </Button>
          <Button
            variant="primary"
            isLoading={use.isPending}
            disabled={!tested?.test.isUsable || (needsWord && !isRebuilt)}
            onClick={() => tested && use.mutate(tested.rule)}
          >
            Use this rule
          </Button>
        </div>
        {failure ? (
          <p role="alert" className="text-danger wrap-anywhere">
            {failureWords(failure)}
          </p>
        ) : null}
        <div aria-live="polite">{tested ? <RuleOutcome test={tested.test} /> : null}</div>
        {needsWord ? (
          <Checkbox
            label="The page has been rebuilt since: its earlier versions need not be read by this"
            checked={isRebuilt}
            onChange={(event) => setIsRebuilt(event.target.checked)}
          />
        ) : null}
      </form>
    </details>
  );
}

interface RuleFieldsProps {
  form: RuleForm;
  problem: string | null;
  onChange: (changes: Partial<RuleForm>) => void;
}

function RuleFields({ form, problem, onChange }: RuleFieldsProps) {
  return (
    <>
      <Field label="Language" className="max-w-50">
        {(control) => (
          <Select
            {...control}
            value={form.language}
            onChange={(event) => onChange({ language: languages.find((one) => one === event.target.value) ?? "css" })}
            options={languages.map((value) => ({ value, label: languageWords[value] }))}
          />
        )}
      </Field>
      <Field label="Entries" hint={`For example ${examples[form.language].records}`}>
        {(control) => (
          <Input
            {...control}
            value={form.records}
            maxLength={500}
            onChange={(event) => onChange({ records: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Fields, one a line, from an entry on"
        hint={`For example ${examples[form.language].fields.split("\n").join(" · ")}`}
        error={problem}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={4}
            value={form.fields}
            onChange={(event) => onChange({ fields: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
