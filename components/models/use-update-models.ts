"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/shell/trpc";
import { toast } from "@/components/ui/toast";

/** Saves a change and shows what the server made of it, everywhere on the screen. */
export function useUpdateModels(saved: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.models.updateSettings.mutationOptions({
      onSuccess: (view) => {
        queryClient.setQueryData(trpc.models.settings.queryKey({}), view);
        void queryClient.invalidateQueries({ queryKey: trpc.models.engine.queryKey() });
        toast.ok(saved);
      },
    }),
  );
}
