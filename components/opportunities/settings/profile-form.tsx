"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Library } from "lucide-react";
import dynamic from "next/dynamic";
import { type FormEvent, useState } from "react";
import { errorMessage, QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { nothingYet } from "@/components/ui/nothing-yet";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { fitFactors } from "@/lib/vocabulary/opportunities";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { factorWords } from "../opportunity-words";
import { fieldsOf, type ProfileFields, profileOf, profileProblems } from "./profile-form.logic";
import type { ProfileView } from "./profile-types";
import { withProposals } from "./proposals.logic";

const ProposalsDialog = dynamic(() => import("./proposals-dialog").then((module) => module.ProposalsDialog), {
  loading: nothingYet,
});

/** What the workspace does, where and for how much: what the fit of every opportunity is measured against. */
export function ProfileForm() {
  const profile = useQuery(useTRPC().fit.profile.queryOptions({}));
  if (profile.isPending) return <Skeleton className="h-120 w-full" />;
  if (profile.isError) {
    return (
      <QueryError error={profile.error} title="The profile could not be loaded." onRetry={() => profile.refetch()} />
    );
  }
  return <Form key={profile.data.updatedAt ?? "first"} view={profile.data} />;
}

const lists: readonly { name: keyof ProfileFields; label: string; hint: string; rows: number }[] = [
  { name: "capabilities", label: "What we do", hint: "One capability a line, in the words buyers use.", rows: 7 },
  { name: "exclusions", label: "What we never do", hint: "Words that rule a tender out, one a line.", rows: 7 },
  { name: "places", label: "Where", hint: "Countries as two letters (DE), or places by name.", rows: 4 },
  { name: "certifications", label: "Certifications", hint: "ISO 27001, one a line.", rows: 4 },
  { name: "categories", label: "Categories", hint: "CPV:72, NAICS:541512. What begins so is ours.", rows: 4 },
  { name: "setAsides", label: "Set-asides we are eligible for", hint: "One a line.", rows: 4 },
  { name: "incumbentAt", label: "Buyers we have contracts with", hint: "One a line.", rows: 4 },
];

function Form({ view }: { view: ProfileView }) {
  const { member } = useShell();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const mayManage = roleMay(member.role, "pipeline:manage");
  const [fields, setFields] = useState(() => fieldsOf(view.profile));
  const [weights, setWeights] = useState<ProfileView["weights"]>(view.weights);
  const [isProposing, setIsProposing] = useState(false);
  const problems = profileProblems(fields);
  const isChanged = JSON.stringify([fields, weights]) !== JSON.stringify([fieldsOf(view.profile), view.weights]);
  const set = (name: keyof ProfileFields, value: string) => setFields((before) => ({ ...before, [name]: value }));
  const save = useMutation(
    trpc.fit.updateProfile.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries(trpc.fit.pathFilter());
        toast.ok("Saved; the fit of open opportunities is computed again");
      },
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (Object.keys(problems).length === 0) save.mutate({ profile: profileOf(fields), weights });
  }

  return (
    <>
      <PageHeader
        title="What we do"
        description={
          <>
            What the fit of every opportunity is measured against. What is left empty is unknown, and weighs nothing.
            {view.updatedAt ? (
              <>
                {" "}
                Changed <RelativeTime at={view.updatedAt} />
                {view.editedBy?.name ? ` by ${view.editedBy.name}` : ""}.
              </>
            ) : null}
          </>
        }
        actions={
          mayManage ? (
            <Button onClick={() => setIsProposing(true)}>
              <Library aria-hidden /> Propose from the library
            </Button>
          ) : null
        }
      />
      {isProposing ? (
        <ProposalsDialog
          fields={fields}
          onTake={(chosen) => setFields((before) => withProposals(before, chosen))}
          onClose={() => setIsProposing(false)}
        />
      ) : null}
      <form onSubmit={submit} className="flex flex-col gap-4">
        <fieldset disabled={!mayManage} className="flex min-w-0 flex-col gap-4">
          <LimitsCard fields={fields} problems={problems} set={set} />
          <WeightsCard weights={weights} onChange={setWeights} />
        </fieldset>
        {save.isError ? (
          <p role="alert" className="text-danger">
            {errorMessage(save.error)}
          </p>
        ) : null}
        {mayManage ? (
          <div className="flex flex-wrap items-center gap-3">
            <Button
              type="submit"
              variant="primary"
              isLoading={save.isPending}
              disabled={Object.keys(problems).length > 0}
            >
              Save
            </Button>
            {isChanged ? <p className="text-sm text-muted">Not saved yet</p> : null}
          </div>
        ) : (
          <p className="text-muted">An admin or owner can change this.</p>
        )}
      </form>
    </>
  );
}

interface FieldsProps {
  fields: ProfileFields;
  problems: ReturnType<typeof profileProblems>;
  set: (name: keyof ProfileFields, value: string) => void;
}

function LimitsCard({ fields, problems, set }: FieldsProps) {
  return (
    <Card title="Capabilities and limits">
      <div className="grid gap-4 py-1 sm:grid-cols-2">
        {lists.map(({ name, label, hint, rows }) => (
          <Field key={name} label={label} hint={hint}>
            {(control) => (
              <Textarea
                {...control}
                rows={rows}
                value={fields[name]}
                onChange={(event) => set(name, event.target.value)}
              />
            )}
          </Field>
        ))}
        <div className="flex flex-col gap-4">
          <div className="grid grid-cols-[1fr_1fr_90px] gap-2">
            <Small name="minValue" label="Smallest contract" {...{ fields, problems, set }} />
            <Small name="maxValue" label="Largest" {...{ fields, problems, set }} />
            <Small name="currency" label="Currency" {...{ fields, problems, set }} />
          </div>
          <Small name="bidDays" label="Working days for a bid of middling size" {...{ fields, problems, set }} />
        </div>
      </div>
    </Card>
  );
}

interface WeightsCardProps {
  weights: ProfileView["weights"];
  onChange: (weights: ProfileView["weights"]) => void;
}

function WeightsCard({ weights, onChange }: WeightsCardProps) {
  return (
    <Card title="What counts" description="How much each factor weighs, unless an opportunity says otherwise.">
      <ul className="grid gap-x-8 gap-y-2 py-1 sm:grid-cols-2">
        {fitFactors.map((factor) => (
          <li key={factor}>
            <label className="flex items-center gap-3">
              <span className="min-w-0 flex-1 truncate">{factorWords[factor]}</span>
              <input
                type="range"
                aria-label={`Weight of ${factorWords[factor]}`}
                min={0}
                max={100}
                value={weights[factor]}
                className="w-32 accent-accent"
                onChange={(event) => onChange({ ...weights, [factor]: Number(event.target.value) })}
              />
              <span className="w-8 text-right tabular-nums">{weights[factor]}</span>
            </label>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Small({ name, label, fields, problems, set }: FieldsProps & { name: keyof ProfileFields; label: string }) {
  return (
    <Field label={label} error={problems[name] ?? null}>
      {(control) => (
        <Input
          {...control}
          inputMode={name === "currency" ? undefined : "decimal"}
          value={fields[name]}
          onChange={(event) => set(name, event.target.value)}
        />
      )}
    </Field>
  );
}
