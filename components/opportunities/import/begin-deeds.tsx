"use client";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Button, buttonClass } from "@/components/ui/button";
import { useSampleTender } from "./use-sample-tender";

/** The three ways to a first tender, the same wherever nothing is there yet. */
export function BeginDeeds({ onPickFiles }: { onPickFiles: () => void }) {
  const { workspace } = useShell();
  const sample = useSampleTender();
  return (
    <>
      <Button variant="primary" onClick={onPickFiles}>
        Choose tender files
      </Button>
      <Link href={`${placeHref(workspace.slug, "sources")}/new`} className={buttonClass()}>
        Watch a portal
      </Link>
      <Button isLoading={sample.isStarting} onClick={sample.start}>
        Try with the sample
      </Button>
    </>
  );
}
