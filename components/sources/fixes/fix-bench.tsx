"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Image as Picture } from "lucide-react";
import { useMemo, useReducer, useState } from "react";
import { QueryError } from "@/components/shell/query-error";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { failureWords } from "../failure-words";
import { nextClicks, startOf } from "./clicks.logic";
import { FixFields } from "./fix-fields";
import type { FixView, Proposal } from "./fix-types";
import { fieldWords } from "./fix-words";
import { PageView } from "./page-view";
import { RuleOutcome } from "./rule-outcome";
import { useProposal } from "./use-proposal";

interface FixBenchProps {
  task: FixView;
  revision: NonNullable<FixView["revision"]>;
  onEnded: () => Promise<unknown>;
}

const none: ReadonlySet<number> = new Set();

/** The page on the left, the fields on the right, and below what the clicks find. */
export function FixBench({ task, revision, onEnded }: FixBenchProps) {
  const trpc = useTRPC();
  const [state, dispatch] = useReducer(nextClicks, { fields: task.fields, kind: task.source.kind }, startOf);
  const page = useQuery(trpc.fixTasks.page.queryOptions({ id: task.id }, { staleTime: Number.POSITIVE_INFINITY }));
  const proposal = useProposal(task.id, state);
  const found = state.picks.length > 0 ? proposal.data : undefined;
  const marks = useMemo(() => (found?.test ? new Set(found.test.marks) : none), [found]);
  const picked = useMemo(
    () => new Map([...state.second, ...state.picks].map(({ node, field }) => [node, fieldWords(field)])),
    [state],
  );
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="order-2 min-w-0 lg:order-1">
          <Card
            title="The page, as it was kept"
            description={
              <>
                Version {revision.revision}, <RelativeTime at={revision.fetchedAt} />. Its words in plain boxes: none of
                its code runs here. Arrow keys move, Enter clicks.
              </>
            }
            actions={revision.screenshot ? <OpenPicture href={revision.screenshot} /> : null}
            isFlush
          >
            {page.isPending ? <SkeletonRows /> : null}
            {page.isError ? (
              <QueryError error={page.error} title="The page could not be shown." onRetry={() => page.refetch()} />
            ) : null}
            {page.data ? (
              <PageView
                parts={page.data.parts}
                picked={picked}
                marks={marks}
                startAt={task.record?.title ?? null}
                onPick={(node, text) => dispatch({ kind: "pick", node, text })}
              />
            ) : null}
          </Card>
        </div>
        <div className="order-1 min-w-0 lg:sticky lg:top-4 lg:order-2">
          <FixFields state={state} dispatch={dispatch} />
        </div>
      </div>
      <Found
        task={task}
        found={found}
        isAsking={proposal.isFetching}
        failure={proposal.error}
        hasClicked={state.picks.length > 0}
        onEnded={onEnded}
      />
    </>
  );
}

function OpenPicture({ href }: { href: string }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex items-center gap-1.5 text-accent hover:underline"
    >
      <Picture className="size-4" aria-hidden /> Picture of the page
    </a>
  );
}

interface FoundProps {
  task: FixView;
  found: Proposal | undefined;
  isAsking: boolean;
  failure: Error | null;
  hasClicked: boolean;
  onEnded: () => Promise<unknown>;
}

/** What the clicks find, and the way to use it. */
function Found({ task, found, isAsking, failure, hasClicked, onEnded }: FoundProps) {
  const client = useTRPCClient();
  const [isRebuilt, setIsRebuilt] = useState(false);
  const test = found?.test ?? null;
  const needsWord = test?.isUsable === true && !test.fitsPast;
  const apply = useMutation({
    mutationFn: async () => {
      if (found?.rule)
        await client.fixTasks.applyRule.mutate({ id: task.id, rule: found.rule, evenIfPastDiffers: isRebuilt });
    },
    onSuccess: async () => {
      toast.ok("The next run reads by what you showed", {
        description: "The rule before is kept in the source's settings.",
      });
      await onEnded();
    },
  });
  const problem = failure ? failureWords(failure) : found?.problem;
  return (
    <Card
      title="What this finds"
      actions={
        <Button
          variant="primary"
          isLoading={apply.isPending}
          disabled={!test?.isUsable || isAsking || (needsWord && !isRebuilt)}
          onClick={() => apply.mutate()}
        >
          Use for this source
        </Button>
      }
    >
      <div className="flex flex-col gap-3" aria-live="polite" aria-busy={isAsking}>
        {hasClicked ? null : (
          <p className="text-muted">
            Click the title of one entry on the page, then its other fields. What they find is shown here.
          </p>
        )}
        {hasClicked && problem ? <p className="text-attention wrap-anywhere">{problem}</p> : null}
        {hasClicked && !problem && !test ? <p className="text-muted">Looking …</p> : null}
        {test && !problem ? <RuleOutcome test={test} /> : null}
        {needsWord && !problem ? (
          <Checkbox
            label="The page has been rebuilt since: its earlier versions need not be read by this"
            checked={isRebuilt}
            onChange={(event) => setIsRebuilt(event.target.checked)}
          />
        ) : null}
        {apply.isError ? (
          <p role="alert" className="text-danger wrap-anywhere">
            {failureWords(apply.error)}
          </p>
        ) : null}
      </div>
    </Card>
  );
}
