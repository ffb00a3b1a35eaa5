"use client";
import { useState } from "react";
import { useShell } from "@/components/shell/shell-context";
import type { SourceView } from "./source-types";

/** The top of a page as it was seen; opens whole in a tab of its own. */
export function PagePicture({
  picture,
  className = "",
}: {
  picture: NonNullable<SourceView["picture"]>;
  className?: string;
}) {
  const { workspace } = useShell();
  const [isMissing, setIsMissing] = useState(false);
  const address = `${picture.address}?workspace=${encodeURIComponent(workspace.slug)}`;
  if (isMissing) return <p className="px-4 py-3 text-sm text-muted">The picture is no longer kept.</p>;
  return (
    <a href={address} target="_blank" rel="noreferrer" className={`block overflow-hidden bg-sunken ${className}`}>
      {/* biome-ignore lint/performance/noImgElement: pictures from behind the sign-in, which no image service may cache */}
      <img
        src={address}
        alt={`${picture.url} as it was seen`}
        loading="lazy"
        className="w-full"
        onError={() => setIsMissing(true)}
      />
    </a>
  );
}
