"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { FactList } from "@/components/ui/page-layout";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import { failureWords } from "./failure-words";
import type { SourceView } from "./source-types";
import { useRefreshSources } from "./use-refresh-sources";

interface CredentialCardProps {
  sourceId: string;
  credential: SourceView["credential"];
}

/** How a source signs in. What is secret goes in and never comes out again. */
export function CredentialCard({ sourceId, credential }: CredentialCardProps) {
  const trpc = useTRPC();
  const refresh = useRefreshSources();
  const [isEditing, setIsEditing] = useState(false);
  const [isForgetting, setIsForgetting] = useState(false);
  const forget = useMutation(trpc.sources.removeCredential.mutationOptions());
  return (
    <Card
      title="Sign-in"
      description="For a site that shows its pages to members only. Kept sealed; nobody can read it here again."
      actions={
        isEditing ? null : (
          <>
            {credential ? <Button onClick={() => setIsForgetting(true)}>Forget</Button> : null}
            <Button onClick={() => setIsEditing(true)}>{credential ? "Replace" : "Add a sign-in"}</Button>
          </>
        )
      }
    >
      {credential?.isPaused ? (
        <p className="mb-2 rounded-md bg-attention-soft px-3 py-2 text-attention">
          The site refused this sign-in. It is left alone, so that the account is not locked, until you give it anew.
        </p>
      ) : null}
      {credential && !isEditing ? (
        <FactList
          facts={[
            { name: "Page", value: credential.loginUrl },
            { name: "User name", value: credential.username },
            { name: "Codes", value: credential.hasTotp ? "from an authenticator secret" : "none" },
            {
              name: "Last used",
              value: credential.lastSignInAt ? <RelativeTime at={credential.lastSignInAt} /> : "never",
            },
          ]}
        />
      ) : null}
      {isEditing ? (
        <CredentialForm sourceId={sourceId} credential={credential} onClose={() => setIsEditing(false)} />
      ) : null}
      <ConfirmDialog
        isOpen={isForgetting}
        onOpenChange={setIsForgetting}
        title="Forget this sign-in?"
        description="User name, password and codes are erased. Pages that need them are then reported as asking to sign in."
        action="Forget sign-in"
        onConfirm={async () => {
          await forget.mutateAsync({ id: sourceId });
          await refresh([sourceId]);
          toast.ok("Sign-in forgotten");
        }}
      />
    </Card>
  );
}

function CredentialForm({ sourceId, credential, onClose }: CredentialCardProps & { onClose: () => void }) {
  const refresh = useRefreshSources();
  const [loginUrl, setLoginUrl] = useState(credential?.loginUrl ?? "");
  const [username, setUsername] = useState(credential?.username ?? "");
  const [password, setPassword] = useState("");
  const [totpSecret, setTotpSecret] = useState("");
  const save = useMutation(
    useTRPC().sources.setCredential.mutationOptions({
      onSuccess: async () => {
        await refresh([sourceId]);
        toast.ok("Sign-in kept", { description: "The next run uses it." });
        onClose();
      },
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate({ sourceId, loginUrl, username, password, totpSecret: totpSecret.trim() || undefined });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3 py-1">
      <Field label="Page with the sign-in form">
        {(control) => (
          <Input
            {...control}
            inputMode="url"
            required
            spellCheck={false}
            placeholder="https://example.org/login"
            value={loginUrl}
            onChange={(event) => setLoginUrl(event.target.value)}
          />
        )}
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="User name">
          {(control) => (
            <Input
              {...control}
              required
              maxLength={300}
              autoComplete="off"
              value={username}
              onChange={(event) => setUsername(event.target.value)}
            />
          )}
        </Field>
        <Field label="Password">
          {(control) => (
            <Input
              {...control}
              type="password"
              required
              maxLength={1000}
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Field label="Authenticator secret" hint="Only when the site asks for codes: the letters under its QR picture.">
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            value={totpSecret}
            onChange={(event) => setTotpSecret(event.target.value)}
          />
        )}
      </Field>
      {save.isError ? (
        <p role="alert" className="text-danger wrap-anywhere">
          {failureWords(save.error)}
        </p>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" isLoading={save.isPending}>
          Keep sign-in
        </Button>
      </div>
    </form>
  );
}
