"use client";
import { useQueries, useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { ChangedWords } from "@/components/changes/changed-words";
import { QueryError } from "@/components/shell/query-error";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { fileNameOf } from "@/lib/file-name";
import { usePassages } from "../citation";
import type { OpportunityView } from "../opportunity-types";
import { deadlineWords, fieldWords } from "../opportunity-words";
import { WordDiff } from "../word-diff";
import { ChangeCounts } from "./change-counts";

type Papers = Parameters<ReturnType<typeof useTRPCClient>["amendments"]["compare"]["mutate"]>[0]["before"];

/** One version of a paper, or all papers of a tender. */
interface Version {
  key: string;
  papers: Papers;
  label: string;
}

/** "RFQ.md: Request for Quotation, draft, version 2": two papers of one title are told apart by the names of their files. */
function labelOf(
  { documents, replaced }: OpportunityView,
  documentId: string,
  title: string,
  revision: number,
): string {
  const own = [...documents, ...replaced].find((one) => one.documentId === documentId);
  const file = own && fileNameOf(own.path);
  const name = file && file !== title ? `${file}: ${title}` : title;
  return [name, own?.isDraft ? "draft" : null, revision > 1 ? `version ${revision}` : null].filter(Boolean).join(", ");
}

/** Any two documents, or two versions of one, by what they demand: a draft against the final, an old against a new. */
export function CompareVersions({ opportunity }: { opportunity: OpportunityView }) {
  const trpc = useTRPC();
  const documents = useQueries({
    // A draft whose place the final one has taken is what is compared most.
    queries: [...opportunity.documents.filter((one) => one.status === "ready"), ...opportunity.replaced].map((one) =>
      trpc.documents.get.queryOptions({ id: one.documentId }, { staleTime: 30_000 }),
    ),
  });
  const versions: Version[] = documents.flatMap(({ data }) =>
    (data?.versions ?? [])
      .filter((version) => version.status === "ready")
      .map((version) => ({
        key: version.id,
        papers: { documentId: data?.id ?? "", snapshotId: version.id },
        label: labelOf(opportunity, data?.id ?? "", data?.title ?? "", version.revision),
      })),
  );
  const packages = usePackages(opportunity);
  const [pair, setPair] = useState({ before: "", after: "" });
  const [asked, setAsked] = useState<{ before: Version; after: Version } | null>(null);
  const [title, description] = ["Compare any two", "A draft with the final one, or an older version with a newer."];
  if (documents.length > 1 && documents.some(({ isPending }) => isPending)) {
    return (
      <Card title={title} description={description}>
        <SkeletonRows rows={1} />
      </Card>
    );
  }
  if (versions.length === 0 || versions.length + packages.length < 2) return null;
  const find = (key: string) => [...versions, ...packages].find((one) => one.key === key);
  const [before, after] = [find(pair.before), find(pair.after)];
  const toOption = ({ key, label }: Version) => ({ value: key, label });
  const options = [...versions.map(toOption), ...packages.map(toOption)];
  const choose = (side: keyof typeof pair, what: string) => (
    <Select
      aria-label={what}
      className="min-w-0 flex-1 basis-60"
      value={pair[side]}
      onChange={(event) => setPair({ ...pair, [side]: event.target.value })}
      options={[{ value: "", label: what }, ...options]}
    />
  );
  return (
    <Card title={title} description={description} isFlush>
      <div className="flex flex-wrap items-center gap-2 px-4 py-3">
        {choose("before", "The earlier one")}
        <ArrowRight className="size-4 text-muted max-sm:hidden" aria-hidden />
        {choose("after", "The later one")}
        <Button
          disabled={!before || !after || before === after}
          onClick={() => before && after && setAsked({ before, after })}
        >
          Compare
        </Button>
      </div>
      {asked ? <Comparison before={asked.before} after={asked.after} /> : null}
    </Card>
  );
}

function Comparison({ before, after }: { before: Version; after: Version }) {
  const passages = usePassages();
  const [withUnchanged, setWithUnchanged] = useState(false);
  const client = useTRPCClient();
  const comparison = useQuery({
    // It reads both documents anew, so it is asked as a deed; its answer never changes.
    queryKey: ["compared versions", before.key, after.key],
    queryFn: ({ signal }) =>
      client.amendments.compare.mutate({ before: before.papers, after: after.papers }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (comparison.isPending) return <SkeletonRows rows={8} />;
  if (comparison.isError) {
    return (
      <QueryError
        error={comparison.error}
        title="The versions could not be compared."
        onRetry={() => comparison.refetch()}
      />
    );
  }
  const { data } = comparison;
  const items = data.items.filter((item) => withUnchanged || item.what !== "unchanged");
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-subtle px-4 py-3">
        <p className="max-w-prose basis-full wrap-anywhere">{data.summary}</p>
        <ChangeCounts counts={data.counts} />
        {data.counts.unchanged > 0 ? (
          <Checkbox
            label={`Show ${data.counts.unchanged} unchanged`}
            checked={withUnchanged}
            onChange={(event) => setWithUnchanged(event.target.checked)}
          />
        ) : null}
      </div>
      <Stated
        rows={[
          ...data.deadlines.map((one) => ({ name: deadlineWords[one.kind], before: one.before, after: one.after })),
          ...data.fields.map((one) => ({ name: fieldWords[one.name], before: one.before, after: one.after })),
        ]}
      />
      <ul className="divide-y divide-subtle border-t border-subtle">
        {items.map((item, index) => {
          const place = item.after ?? item.before;
          const version = (item.after ? data.after : data.before).find((one) => one.documentId === place?.documentId);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is written once and never reordered
            <li key={index} className="grid gap-x-3 px-4 py-2 sm:grid-cols-[110px_minmax(0,1fr)]">
              <span className="text-sm text-subtle">
                <span className={whatClass[item.what]}>{whatWords[item.what]}</span>
                {place?.ref ? <span className="block tabular-nums">{place.ref}</span> : null}
                {place && version ? (
                  <button
                    type="button"
                    className="block text-accent hover:underline"
                    onClick={() =>
                      passages?.onOpen({
                        documentId: version.documentId,
                        renditionId: version.renditionId,
                        title: `${version.title}, version ${version.revision}`,
                        start: place.start,
                        end: place.end,
                      })
                    }
                  >
                    {place.page === null ? "open" : `page ${place.page}`}
                  </button>
                ) : null}
              </span>
              <p className="wrap-anywhere">
                {item.words.length > 0 ? (
                  <ChangedWords words={item.words.map(({ kind, text }) => ({ op: kind, text }))} side="both" />
                ) : (
                  place?.text
                )}
              </p>
            </li>
          );
        })}
      </ul>
      {items.length === 0 ? <p className="px-4 py-5 text-muted">Both demand the same.</p> : null}
      <ChangedLines lines={data.lines} />
    </>
  );
}

/** Whole packages: this tender's papers, and those of others like it (last year's, a draft that was published on its own). */
function usePackages(opportunity: OpportunityView): Version[] {
  const similar = useQuery(useTRPC().opportunities.similar.queryOptions({ id: opportunity.id }, { staleTime: 30_000 }));
  const others = similar.data?.similar ?? [];
  const all = [{ id: opportunity.id, label: "All papers of this tender" }].concat(
    others.map(({ opportunity: { id, number, title } }) => ({ id, label: `All papers of #${number} ${title}` })),
  );
  return all.map(({ id, label }) => ({ key: id, papers: { opportunityId: id }, label }));
}

/** What no requirement states, folded away: contacts, goods, remarks. */
function ChangedLines({ lines }: { lines: readonly { what: string; before: string | null; after: string | null }[] }) {
  if (lines.length === 0) return null;
  return (
    <details className="border-t border-subtle">
      <summary className="cursor-pointer bg-sunken px-4 py-1.5 text-sm font-medium text-muted">
        Elsewhere in the papers: no requirement states it ({lines.length})
      </summary>
      <ul className="divide-y divide-subtle">
        {lines.map(({ before, after }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is written once and never reordered
          <li key={index} className="px-4 py-2 wrap-anywhere">
            <WordDiff before={before ?? ""} after={after ?? ""} />
          </li>
        ))}
      </ul>
    </details>
  );
}

const whatWords = { added: "Added", removed: "Removed", changed: "Changed", unchanged: "Unchanged" };
const whatClass = {
  added: "font-medium text-ok",
  removed: "font-medium text-danger",
  changed: "font-medium text-attention",
  unchanged: "",
};

function Stated({ rows }: { rows: readonly { name: string; before: string | null; after: string | null }[] }) {
  if (rows.length === 0) return null;
  return (
    <dl className="border-t border-subtle">
      {rows.map((row) => (
        <div key={row.name} className="grid gap-x-3 px-4 py-1.5 sm:grid-cols-[110px_minmax(0,1fr)]">
          <dt className="text-sm text-muted">{row.name}</dt>
          <dd className="wrap-anywhere">
            {row.before ? <del className="text-danger">{row.before}</del> : null} {row.before && row.after ? "→ " : ""}
            {row.after ? <ins className="text-ok no-underline">{row.after}</ins> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
