"use client";
import { useCallback, useState } from "react";
import { useShell } from "@/components/shell/shell-context";
import { workspaceHeader } from "@/components/shell/workspace-header";
import { toast } from "@/components/ui/toast";
import { bytesOfBase64 } from "../save-bytes";
import { useImport } from "./use-import";

interface SampleFiles {
  files: { path: string; base64: string }[];
}

/** Brings in the sample tender that the installation carries, the same way as files that were dropped. */
export function useSampleTender() {
  const { workspace } = useShell();
  const { start, isStarting } = useImport();
  const [isFetching, setIsFetching] = useState(false);
  const run = useCallback(async () => {
    setIsFetching(true);
    try {
      const reply = await fetch("/api/v1/sample-tender", { headers: { [workspaceHeader]: workspace.slug } });
      if (!reply.ok) throw new Error("This installation carries no sample.");
      const { files } = (await reply.json()) as SampleFiles;
      await start(
        files.map(({ path, base64 }) => {
          return { path, file: new File([bytesOfBase64(base64)], path.slice(path.lastIndexOf("/") + 1)) };
        }),
      );
    } catch (error) {
      toast.error("The sample could not be opened", {
        description: error instanceof Error ? error.message : undefined,
      });
    } finally {
      setIsFetching(false);
    }
  }, [start, workspace.slug]);
  return { start: run, isStarting: isStarting || isFetching };
}
