"use client";
import { Radar } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Breadcrumb } from "@/components/shell/breadcrumbs";
import { useShell } from "@/components/shell/shell-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Progress } from "@/components/ui/progress";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { AddSourceForm } from "./add-source-form";
import { CheckFailed } from "./check-failed";
import { SourcePreviewCard } from "./source-preview-card";
import { type Candidate, keyOf, useAddressCheck } from "./use-address-check";
import { WhatCanBeWatched } from "./what-can-be-watched";

/** From an address to a watched source: what it is, what would be read, how often; then it starts. */
export function AddSourceScreen() {
  const { member } = useShell();
  if (!roleMay(member.role, "sources:manage")) {
    return (
      <Page isNarrow>
        <Breadcrumb title="Add source" />
        <EmptyState
          icon={Radar}
          title="You may look at sources, not add them."
          description="An admin can make you a member in Settings."
        />
      </Page>
    );
  }
  return <AddSource />;
}

function AddSource() {
  const [url, setUrl] = useState("");
  /** Chosen by hand, after the address could not be read. */
  const [unchecked, setUnchecked] = useState<{ candidate: Candidate; hasLeave: boolean } | null>(null);
  const check = useAddressCheck();
  const input = useRef<HTMLInputElement>(null);
  useAddressFromLink(setUrl, input);
  const isChecking = check.startedAtMs !== null;
  const chosen = unchecked?.candidate ?? check.chosen;
  const isBlank = !chosen && !isChecking && !check.failure && check.candidates.length === 0;
  const isReady = unchecked !== null || (check.preview !== null && !isChecking);

  function submit(event: FormEvent) {
    event.preventDefault();
    setUnchecked(null);
    void check.check(url.trim());
  }

  return (
    <Page isNarrow>
      <Breadcrumb title="Add source" />
      <PageHeader
        title="Add source"
        description="A portal, a feed, a competitor's site, one page. Give the address, look at what was found, start."
      />
      <Card>
        <form onSubmit={submit} className="flex flex-wrap items-start gap-2">
          <Field
            label="Address"
            className="min-w-60 flex-1"
            hint="Of the list of tenders, the feed, or the page that matters."
          >
            {(control) => (
              <Input
                {...control}
                ref={input}
                inputMode="url"
                autoComplete="url"
                spellCheck={false}
                maxLength={2000}
                placeholder="https://example.org/tenders"
                value={url}
                onChange={(event) => setUrl(event.target.value)}
              />
            )}
          </Field>
          <Button
            type="submit"
            variant={isReady ? "secondary" : "primary"}
            className="sm:mt-6"
            isLoading={isChecking}
            disabled={url.trim() === ""}
          >
            Check address
          </Button>
        </form>
        {isChecking ? <Checking sinceMs={check.startedAtMs ?? 0} onCancel={check.cancel} /> : null}
      </Card>
      <p role="status" className="sr-only">
        {!isChecking && check.candidates.length > 0
          ? `Found ${check.candidates.length} ways to watch this address`
          : ""}
      </p>
      {isBlank ? <WhatCanBeWatched /> : null}
      {check.failure && !unchecked ? (
        <CheckFailed
          failure={check.failure}
          onUnchecked={(kind) =>
            setUnchecked({
              candidate: {
                kind,
                url: check.chosen?.url ?? withScheme(check.checked ?? url),
                title: null,
                reason: "Chosen by you",
              },
              hasLeave: check.failure?.isByRobots ?? false,
            })
          }
        />
      ) : null}
      {check.candidates.length > 0 && !unchecked ? (
        <SourcePreviewCard
          candidates={check.candidates}
          chosen={check.chosen}
          preview={check.preview}
          isReading={isChecking}
          onChoose={(candidate) => void check.choose(candidate)}
        />
      ) : null}
      {chosen && isReady ? (
        <AddSourceForm
          key={keyOf(chosen)}
          candidate={chosen}
          mustGiveLeave={unchecked?.hasLeave ?? false}
          isUnchecked={unchecked !== null}
        />
      ) : null}
    </Page>
  );
}

/** Anything over two seconds says how long it has taken, and can be called off. */
function Checking({ sinceMs, onCancel }: { sinceMs: number; onCancel: () => void }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - sinceMs) / 1000)), 500);
    return () => clearInterval(timer);
  }, [sinceMs]);
  return (
    <div className="mt-3 flex flex-col gap-2">
      <Progress label="Checking the address" value={null} />
      <div className="flex flex-wrap items-center gap-3 text-muted">
        <span role="status" className="flex-1">
          Reading the site's rules, the page, and the feeds that it names.
        </span>
        <span className="tabular-nums" aria-hidden>
          {seconds} s
        </span>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

/** The command palette and other pages lead here with `?url=`. */
function useAddressFromLink(setUrl: (url: string) => void, input: { current: HTMLInputElement | null }) {
  useEffect(() => {
    const given = new URLSearchParams(window.location.search).get("url");
    if (given) setUrl(given);
    input.current?.focus();
  }, [setUrl, input]);
}

function withScheme(typed: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
}
