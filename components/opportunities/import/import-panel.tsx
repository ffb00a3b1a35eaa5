"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, CircleStop, LoaderCircle, RotateCw, TriangleAlert, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { countStates, type UploadQueue } from "@/components/library/upload/upload-queue.logic";
import { useLive } from "@/components/shell/live";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { count } from "../opportunity-words";
import { ImportFiles } from "./import-files";
import { useImportQueue } from "./imports";
import { importStanding, isReading } from "./progress-words.logic";
import { useAdoptUploads } from "./use-adopt-uploads";

/** How a package is being read, file by file and finding by finding, until it is the opportunity. */
export function ImportPanel({ opportunityId, isReadingNow }: { opportunityId: string; isReadingNow: boolean }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { queue, items } = useImportQueue(opportunityId);
  const [isDismissed, setIsDismissed] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const sent = countStates(items);
  const isSending = sent.waiting + sent.sending > 0;
  const wasSeen = useRef(false);
  if (isReadingNow || items.length > 0) wasSeen.current = true;
  const progress = useQuery(
    trpc.opportunities.importProgress.queryOptions({ id: opportunityId }, { enabled: wasSeen.current, staleTime: 0 }),
  );
  const refresh = () => cache.invalidateQueries(trpc.opportunities.importProgress.queryFilter({ id: opportunityId }));
  const stop = useMutation(trpc.opportunities.cancelImport.mutationOptions({ onSettled: refresh }));
  useAdoptUploads(opportunityId, items, refresh);
  useProgressLive(opportunityId, refresh);
  useLeaveWarning(isSending);

  if (!wasSeen.current || isDismissed) return null;
  const now = progress.data;
  const phase = now?.phase ?? "idle";
  const isBusy = isSending || isReading(phase) || (phase === "idle" && items.length > 0);
  const counts = now?.counts;
  const standing = importStanding(phase, counts ?? { files: items.length, read: 0, failed: 0, shredded: 0 }, {
    total: items.length - sent.cancelled,
    stored: sent.stored,
    failed: sent.failed,
  });
  const problems = (counts?.failed ?? 0) + sent.failed;
  if (!isBusy && phase === "idle") return null;

  function cancel() {
    queue.cancelAll();
    stop.mutate({ id: opportunityId });
  }

  return (
    <section aria-label="Reading the files" className="rounded-lg border border-subtle bg-surface">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pt-3">
        <StateIcon isBusy={isBusy} isBroken={phase === "failed"} />
        <h2 className="flex-1 font-semibold sm:flex-none">{isBusy ? "Reading the files" : endWords(phase)}</h2>
        <span
          className="order-last basis-full text-muted tabular-nums sm:order-none sm:flex-1 sm:basis-auto"
          role="status"
        >
          {standing.words}
          {now?.startedAt ? <Elapsed startedAt={now.startedAt} finishedAt={isBusy ? null : now.finishedAt} /> : null}
        </span>
        {problems > 0 ? (
          <span className="inline-flex items-center gap-1 text-sm text-danger">
            <TriangleAlert className="size-4" aria-hidden /> {count(problems, "file")} not read
          </span>
        ) : null}
        <Button size="sm" variant="ghost" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? "Hide files" : "Show files"}
        </Button>
        {isBusy ? (
          <StopButton isLoading={stop.isPending} onStop={cancel} />
        ) : (
          <EndDeeds queue={queue} failed={sent.failed} onClose={() => setIsDismissed(true)} />
        )}
      </div>
      <div className="px-4 pt-3">
        <Progress
          label="Reading the files"
          value={isBusy ? standing.share : 1}
          meaning={isBusy ? "accent" : phase === "done" && problems === 0 ? "ok" : "attention"}
        />
      </div>
      {counts ? <Findings counts={counts} /> : <p className="px-4 py-3 text-muted">What is found appears here.</p>}
      {now?.problem ? <p className="px-4 pb-3 text-danger wrap-anywhere">{now.problem}</p> : null}
      {progress.isError ? (
        <p role="alert" className="px-4 pb-3 text-danger">
          {errorMessage(progress.error)}
        </p>
      ) : null}
      {isOpen ? <ImportFiles files={now?.files ?? []} items={items} queue={queue} /> : null}
      {!isOpen && problems > 0 && now ? (
        <ImportFiles files={now.files.filter((file) => file.status === "failed")} items={[]} queue={queue} />
      ) : null}
    </section>
  );
}

function StopButton({ isLoading, onStop }: { isLoading: boolean; onStop: () => void }) {
  const { member } = useShell();
  if (!roleMay(member.role, "opportunities:write")) return null;
  return (
    <Button size="sm" isLoading={isLoading} onClick={onStop}>
      <CircleStop aria-hidden /> Stop
    </Button>
  );
}

/** What is left to do once the reading is over. */
function EndDeeds({ queue, failed, onClose }: { queue: UploadQueue; failed: number; onClose: () => void }) {
  return (
    <>
      {failed > 0 ? (
        <Button size="sm" onClick={queue.retryFailed}>
          <RotateCw aria-hidden /> Send {failed} again
        </Button>
      ) : null}
      <IconButton
        label="Close"
        onClick={() => {
          queue.clear();
          onClose();
        }}
      >
        <X aria-hidden />
      </IconButton>
    </>
  );
}

interface FindingsProps {
  counts: {
    pages: number;
    fields: number;
    deadlines: number;
    requirements: number;
    mandatory: number;
    contradictions: number;
  };
}

/** What the reading has brought so far. */
function Findings({ counts }: FindingsProps) {
  const facts = [
    // Texts and tables have none.
    ...(counts.pages > 0 ? ([["Pages", counts.pages]] as const) : []),
    ["Fields", counts.fields],
    ["Dates", counts.deadlines],
    ["Requirements", counts.requirements],
    ["Mandatory", counts.mandatory],
    ["Contradictions", counts.contradictions],
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 px-4 py-3 tabular-nums">
      {facts.map(([name, value]) => (
        <div key={name} className="flex items-baseline gap-1.5">
          <dt className="text-sm text-muted">{name}</dt>
          <dd className={name === "Contradictions" && value > 0 ? "font-medium text-attention" : "font-medium"}>
            {value.toLocaleString("en")}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function StateIcon({ isBusy, isBroken }: { isBusy: boolean; isBroken: boolean }) {
  if (isBusy) return <LoaderCircle className="size-4 shrink-0 animate-spin text-accent" aria-hidden />;
  if (isBroken) return <TriangleAlert className="size-4 shrink-0 text-danger" aria-hidden />;
  return <CircleCheck className="size-4 shrink-0 text-ok" aria-hidden />;
}

function endWords(phase: string): string {
  if (phase === "failed") return "Not all was read";
  return phase === "cancelled" ? "Stopped" : "Read";
}

function Elapsed({ startedAt, finishedAt }: { startedAt: string; finishedAt: string | null }) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (finishedAt) return;
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [finishedAt]);
  const seconds = Math.round(((finishedAt ? Date.parse(finishedAt) : nowMs) - Date.parse(startedAt)) / 1_000);
  const words = seconds < 90 ? `${Math.max(0, seconds)} s` : `${Math.round(seconds / 60)} min`;
  return <span suppressHydrationWarning>, {words}</span>;
}

/** Files tell of themselves while they are read, the opportunity when something was found. */
function useProgressLive(opportunityId: string, refresh: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(({ kind, id }) => {
    if (kind !== "document" && kind !== "reset" && !(kind === "opportunity" && id === opportunityId)) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      refresh();
    }, 500);
  });
}

function useLeaveWarning(isSending: boolean) {
  useEffect(() => {
    if (!isSending) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isSending]);
}
