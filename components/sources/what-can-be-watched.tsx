import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Card } from "@/components/ui/card";

const kinds = [
  ["Tender portals", "Every notice becomes one opportunity, with its deadline, files and later amendments."],
  ["OCDS, SAM.gov and TED data", "The same from the data that buyers publish, without reading pages."],
  ["Competitors' sites and prices", "What they change is told with the words and amounts before and after."],
  ["Job boards, news and feeds", "Each new entry once, with its date."],
] as const;

/** What an address may be, and what comes of it: for who stands before the empty field. */
export function WhatCanBeWatched() {
  const { workspace } = useShell();
  return (
    <Card title="What can be watched">
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
        {kinds.map(([name, outcome]) => (
          <div key={name} className="contents">
            <dt className="font-medium">{name}</dt>
            <dd className="mb-2 text-muted sm:mb-0">{outcome}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-muted">
        Many at once: bring in a CSV or OPML list on{" "}
        <Link href={placeHref(workspace.slug, "sources")} className="text-accent underline">
          Sources
        </Link>
        .
      </p>
    </Card>
  );
}
