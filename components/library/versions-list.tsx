"use client";
import { Download } from "lucide-react";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { byteSize } from "@/lib/byte-size";
import { fileAddress } from "./file-address";
import type { DocumentView } from "./library-types";
import { VersionStatus } from "./version-status";

/** Every version that was ever added, newest first; citations keep pointing at the one that they were made from. */
export function VersionsList({ document }: { document: DocumentView }) {
  const { workspace } = useShell();
  return (
    <Card isFlush>
      <ul className="divide-y divide-subtle">
        {document.versions.map((version) => (
          <li key={version.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
            <span className="font-medium tabular-nums">Version {version.revision}</span>
            {version.id === document.currentSnapshotId ? <Badge meaning="accent">shown</Badge> : null}
            <VersionStatus version={version} hasReason />
            <span className="min-w-0 flex-1 truncate text-muted">{version.fileName}</span>
            <span className="text-sm text-muted tabular-nums">
              {version.pageCount ? `${version.pageCount} pages, ` : ""}
              {byteSize(version.byteSize)}, <RelativeTime at={version.fetchedAt} />
            </span>
            {version.removedAt ? (
              <span className="text-sm text-muted">
                removed by rule <RelativeTime at={version.removedAt} />
              </span>
            ) : null}
            {version.status === "ready" && !version.removedAt ? (
              <Link
                href={`${placeHref(workspace.slug, "library")}/${document.id}?version=${version.id}`}
                className={buttonClass({ size: "sm" })}
              >
                Open
              </Link>
            ) : null}
            {version.removedAt ? null : (
              <a
                href={fileAddress(workspace.slug, version.id)}
                download={version.fileName}
                className={buttonClass({ variant: "ghost", size: "icon" })}
                aria-label={`Download version ${version.revision}`}
                data-tooltip="Download"
              >
                <Download aria-hidden />
              </a>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
