"use client";
import { useCalmLive } from "@/components/shell/use-calm-live";
import { useRefreshLibrary } from "./use-refresh-library";

/** Keeps lists and details of documents right as things happen to them. */
export function useLibraryLive(): void {
  useCalmLive("document", useRefreshLibrary(), ["collection"]);
}
