"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useShell } from "./shell-context";
import { useTRPC } from "./trpc";

const nobody: readonly { userId: string; name: string; email: string }[] = [];

/** The members of the workspace, and which of them is looking. */
export function usePeople(isEnabled = true) {
  const { member } = useShell();
  const members = useQuery(useTRPC().members.list.queryOptions(undefined, { staleTime: 60_000, enabled: isEnabled }));
  const people: readonly { userId: string; name: string; email: string }[] = members.data ?? nobody;
  return useMemo(
    () => ({ people, self: people.find((one) => one.email === member.email) ?? null }),
    [people, member.email],
  );
}
