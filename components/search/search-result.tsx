"use client";
import type { inferRouterOutputs } from "@trpc/server";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { fileNameOf } from "@/lib/file-name";
import type { AppRouter } from "@/server/composition/router";
import { cutHighlights } from "./cut-highlights";

type Result = inferRouterOutputs<AppRouter>["search"]["query"]["results"][number];

/** One passage with its words lit; opens the document there. */
export function SearchResult({ result, collection }: { result: Result; collection: string | undefined }) {
  const { workspace } = useShell();
  const at = new URLSearchParams({
    rendition: result.renditionId,
    start: String(result.locator.start),
    end: String(result.locator.end),
  });
  // A document's first heading is often its title, which stands above already.
  const headings = result.headingPath[0] === result.title ? result.headingPath.slice(1) : result.headingPath;
  const place = [...headings, result.locator.page === null ? "" : `page ${result.locator.page}`].filter(Boolean);
  // Papers of one tender often bear the same title, and so do those of one buyer.
  const fileName = fileNameOf(result.path);
  const from = [fileName === result.title ? "" : fileName, collection ?? ""].filter(Boolean);
  return (
    <li className="rounded-md border border-subtle bg-surface p-4">
      <Link
        href={`${placeHref(workspace.slug, "library")}/${result.documentId}?${at}`}
        className="font-medium text-accent wrap-anywhere hover:underline"
      >
        {result.title}
      </Link>
      {from.length > 0 ? <span className="ml-2 text-sm text-subtle wrap-anywhere">{from.join(" · ")}</span> : null}
      {place.length > 0 ? <p className="text-sm text-muted wrap-anywhere">{place.join(" › ")}</p> : null}
      <p className="mt-1 line-clamp-4 wrap-anywhere">
        {cutHighlights(result.text, result.highlight).map((piece) =>
          piece.isLit ? <mark key={piece.start}>{piece.text}</mark> : <span key={piece.start}>{piece.text}</span>,
        )}
      </p>
    </li>
  );
}
