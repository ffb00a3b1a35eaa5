"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search as SearchIcon } from "lucide-react";
import { useRef } from "react";
import { kindWords } from "@/components/library/kind-words";
import { QueryError } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Page, Toolbar } from "@/components/ui/page-layout";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useUrlState } from "@/components/ui/use-url-state";
import type { documentKinds } from "@/lib/vocabulary/documents";
import { SearchResult } from "./search-result";

const defaults = { q: "", collection: "", kind: "", tag: "", page: 1 };
const pageSize = 20;

/** Full search of the library: words, typos and meaning, with facets counted over what the person may see. */
export function SearchScreen() {
  const trpc = useTRPC();
  const [state, setState] = useUrlState(defaults);
  const input = useRef<HTMLInputElement>(null);
  const isAsked = state.q.trim() !== "";
  const found = useQuery(
    trpc.search.query.queryOptions(
      {
        text: state.q.trim() || "-",
        limit: pageSize,
        offset: (state.page - 1) * pageSize,
        ...(state.collection ? { collectionId: state.collection } : {}),
        ...(state.kind ? { kind: state.kind as (typeof documentKinds)[number] } : {}),
        ...(state.tag ? { tag: state.tag } : {}),
      },
      { enabled: isAsked, placeholderData: keepPreviousData },
    ),
  );
  const collections = useQuery(trpc.collections.list.queryOptions({}));
  const nameOf = new Map((collections.data?.collections ?? []).map((one) => [one.id, one.name]));
  const facets = found.data?.facets;
  return (
    <Page>
      <PageHeader title="Search" description="Finds passages by words, spelling and meaning." />
      <Toolbar>
        <SearchField
          label="Search the library"
          value={state.q}
          onChange={(q) => setState({ q, page: 1 })}
          inputRef={input}
          className="w-full sm:w-96"
        />
        <FacetSelect
          label="All collections"
          value={state.collection}
          facet={facets?.collections}
          words={(id) => nameOf.get(id) ?? "Collection"}
          onChange={(collection) => setState({ collection, page: 1 })}
        />
        <FacetSelect
          label="All kinds"
          value={state.kind}
          facet={facets?.kinds}
          words={(kind) => kindWords[kind as keyof typeof kindWords] ?? kind}
          onChange={(kind) => setState({ kind, page: 1 })}
        />
        <FacetSelect
          label="All tags"
          value={state.tag}
          facet={facets?.tags}
          words={(tag) => tag}
          onChange={(tag) => setState({ tag, page: 1 })}
        />
      </Toolbar>
      {!isAsked ? (
        <Card>
          <EmptyState icon={SearchIcon} title="Type a few words to search every document that you may see." />
        </Card>
      ) : found.isPending ? (
        <SkeletonRows />
      ) : found.isError ? (
        <QueryError error={found.error} title="The search did not work." onRetry={() => found.refetch()} />
      ) : (
        <section aria-label="Results" aria-busy={found.isFetching} className="flex flex-col gap-3">
          <p role="status" className="text-muted tabular-nums">
            {found.data.total.toLocaleString("en")} {found.data.total === 1 ? "passage" : "passages"}
            {found.data.suggestion ? (
              <>
                . Did you mean{" "}
                <Button
                  size="sm"
                  variant="ghost"
                  className="text-accent underline"
                  onClick={() => setState({ q: found.data.suggestion ?? "", page: 1 })}
                >
                  {found.data.suggestion}
                </Button>
                ?
              </>
            ) : null}
          </p>
          {found.data.results.length === 0 ? (
            <Card>
              <EmptyState
                icon={SearchIcon}
                title="No passage matches."
                description="Try other words, or take a filter away."
              />
            </Card>
          ) : (
            <>
              <ol className="flex flex-col gap-3">
                {found.data.results.map((result) => (
                  <SearchResult
                    key={result.chunkId}
                    result={result}
                    collection={nameOf.get(result.collectionId ?? "")}
                  />
                ))}
              </ol>
              <Pagination
                page={state.page}
                pageSize={pageSize}
                total={found.data.total}
                noun="passages"
                onPage={(page) => setState({ page }, { isStep: true })}
              />
            </>
          )}
        </section>
      )}
    </Page>
  );
}

interface FacetSelectProps {
  label: string;
  value: string;
  facet: { value: string; documents: number }[] | undefined;
  words: (value: string) => string;
  onChange: (value: string) => void;
}

function FacetSelect({ label, value, facet = [], words, onChange }: FacetSelectProps) {
  if (facet.length < 2 && value === "") return null;
  const known = facet.some((one) => one.value === value) || value === "" ? facet : [...facet, { value, documents: 0 }];
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[
        { value: "", label },
        ...known.map((one) => ({ value: one.value, label: `${words(one.value)} (${one.documents})` })),
      ]}
    />
  );
}
