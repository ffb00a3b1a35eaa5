"use client";
import { type FormEvent, useState } from "react";
import { FormError } from "@/components/identity/form-error";
import { errorMessage } from "@/components/shell/query-error";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { modelProviders } from "@/lib/vocabulary/models";
import type { ModelSettingsView } from "@/server/models/schemas";
import {
  draftOfModel,
  forgetsKey,
  inputOfModel,
  type ModelDraft,
  needsAddress,
  providerWords,
} from "./model-form.logic";
import { useUpdateModels } from "./use-update-models";

/** Provider, model, address and key. The key goes in and never comes back. */
export function ModelCard({ settings }: { settings: ModelSettingsView }) {
  const [draft, setDraft] = useState(() => draftOfModel(settings));
  const update = useUpdateModels("Model saved");
  const change = (changes: Partial<ModelDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const isOwn = draft.provider !== "installation";

  function submit(event: FormEvent) {
    event.preventDefault();
    update.mutate(inputOfModel(draft), { onSuccess: (view) => setDraft(draftOfModel(view)) });
  }

  return (
    <Card title="Model" description="The choice counts for this workspace only.">
      <form className="flex max-w-125 flex-col gap-4" onSubmit={submit}>
        <FormError message={update.isError ? errorMessage(update.error) : null} />
        <Checkbox
          label="Use a model in this workspace"
          checked={draft.isEnabled}
          onChange={(event) => change({ isEnabled: event.target.checked })}
        />
        <Field label="Provider">
          {(control) => (
            <Select
              {...control}
              value={draft.provider}
              // A key that was typed for one provider is not for the next.
              onChange={(event) => change({ provider: providerOf(event.target.value), apiKey: "" })}
              options={[
                { value: "installation", label: installationLabel(settings) },
                ...modelProviders.map((provider) => ({ value: provider, label: providerWords[provider] })),
              ]}
            />
          )}
        </Field>
        {isOwn ? (
          <>
            <Field label="Model" hint="As the provider spells it.">
              {(control) => (
                <Input
                  {...control}
                  value={draft.model}
                  onChange={(event) => change({ model: event.target.value })}
                  required
                  maxLength={200}
                  spellCheck={false}
                  autoComplete="off"
                />
              )}
            </Field>
            {needsAddress(draft.provider) ? (
              <Field
                label="Address"
                hint="It must be reachable from the internet. A server on your own network is named by the operator of this installation."
              >
                {(control) => (
                  <Input
                    {...control}
                    type="url"
                    value={draft.baseUrl}
                    onChange={(event) => change({ baseUrl: event.target.value })}
                    required
                    placeholder="https://models.example.com/v1"
                    spellCheck={false}
                  />
                )}
              </Field>
            ) : null}
            <Field label="API key" hint={keyHint(settings, draft)}>
              {(control) => (
                <Input
                  {...control}
                  type="password"
                  value={draft.apiKey}
                  onChange={(event) => change({ apiKey: event.target.value })}
                  autoComplete="off"
                  maxLength={1000}
                />
              )}
            </Field>
          </>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" isLoading={update.isPending}>
            Save model
          </Button>
          {settings.hasApiKey ? (
            <Button onClick={() => update.mutate({ apiKey: null })} disabled={update.isPending}>
              Remove the stored key
            </Button>
          ) : null}
        </div>
      </form>
    </Card>
  );
}

function providerOf(value: string): ModelDraft["provider"] {
  return modelProviders.find((provider) => provider === value) ?? "installation";
}

function installationLabel(settings: ModelSettingsView): string {
  return settings.installationModel
    ? `The installation's: ${settings.installationModel}`
    : "None (the installation offers no model)";
}

function keyHint(settings: ModelSettingsView, draft: ModelDraft): string {
  if (forgetsKey(settings, draft)) return "The stored key belongs to another place and is removed when you save.";
  if (settings.hasApiKey) return "A key is stored. It is never shown; type a new one to replace it.";
  return needsAddress(draft.provider)
    ? "Leave it empty if the server wants none. It is kept encrypted and never shown again."
    : "It is kept encrypted and never shown again.";
}
