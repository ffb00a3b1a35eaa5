"use client";
import { useCalmLive } from "@/components/shell/use-calm-live";
import { useRefreshSources } from "./use-refresh-sources";

/** Keeps the list and an open source right while runs go on, whoever started them. */
export function useSourcesLive(): void {
  useCalmLive("source", useRefreshSources());
}
