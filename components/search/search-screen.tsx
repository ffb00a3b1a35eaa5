"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { Search as SearchIcon } from "lucide-react";
import { useRef } from "react";
import { kindWords } from "@/components/library/kind-words";
import { QueryError } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FacetSelect } from "@/components/ui/facet-select";
import { PageHeader } from "@/components/ui/page-header";
import { Page, Toolbar } from "@/components/ui/page-layout";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useUrlState } from "@/components/ui/use-url-state";
import type { documentKinds } from "@/lib/vocabulary/documents";
import type { AppRouter } from "@/server/composition/router";
import { SearchResult } from "./search-result";

type Found = inferRouterOutputs<AppRouter>["search"]["query"];

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
        <Facets state={state} facets={found.data?.facets} nameOf={nameOf} onChange={setState} />
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
        <Results
          found={found.data}
          isFetching={found.isFetching}
          page={state.page}
          nameOf={nameOf}
          onChange={setState}
        />
      )}
    </Page>
  );
}

interface FacetsProps {
  state: typeof defaults;
  facets: Found["facets"] | undefined;
  nameOf: ReadonlyMap<string, string>;
  onChange: (changes: Partial<typeof defaults>) => void;
}

/** What narrows the search; a facet with one value narrows nothing. */
function Facets({ state, facets, nameOf, onChange }: FacetsProps) {
  const counted = (facet: Found["facets"][keyof Found["facets"]] = []) =>
    facet.map(({ value, documents }) => ({ value, count: documents }));
  const choices = [
    {
      key: "collection" as const,
      all: "All collections",
      facet: counted(facets?.collections),
      words: Object.fromEntries(nameOf),
    },
    { key: "kind" as const, all: "All kinds", facet: counted(facets?.kinds), words: kindWords },
    { key: "tag" as const, all: "All tags", facet: counted(facets?.tags), words: undefined },
  ];
  return choices.map(({ key, all, facet, words }) =>
    facet.length < 2 && state[key] === "" ? null : (
      <FacetSelect
        key={key}
        all={all}
        facet={facet}
        words={words}
        value={state[key]}
        onChange={(value) => onChange({ [key]: value, page: 1 })}
      />
    ),
  );
}

interface ResultsProps {
  found: Found;
  isFetching: boolean;
  page: number;
  nameOf: ReadonlyMap<string, string>;
  onChange: (changes: Partial<typeof defaults>, how?: { isStep: boolean }) => void;
}

function Results({ found, isFetching, page, nameOf, onChange }: ResultsProps) {
  return (
    <section aria-label="Results" aria-busy={isFetching} className="flex flex-col gap-3">
      <p role="status" className="text-muted tabular-nums">
        {found.total.toLocaleString("en")} {found.total === 1 ? "passage" : "passages"}
        {found.suggestion ? (
          <>
            . Did you mean{" "}
            <Button
              size="sm"
              variant="ghost"
              className="text-accent underline"
              onClick={() => onChange({ q: found.suggestion ?? "", page: 1 })}
            >
              {found.suggestion}
            </Button>
            ?
          </>
        ) : null}
      </p>
      {found.results.length === 0 ? (
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
            {found.results.map((result) => (
              <SearchResult key={result.chunkId} result={result} collection={nameOf.get(result.collectionId ?? "")} />
            ))}
          </ol>
          <Pagination
            page={page}
            pageSize={pageSize}
            total={found.total}
            noun="passages"
            onPage={(page) => onChange({ page }, { isStep: true })}
          />
        </>
      )}
    </section>
  );
}
