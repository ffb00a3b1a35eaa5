"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink, TRPCClientError } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import type { AppRouter } from "@/server/composition/router";
import { askAgainWhenLate } from "./ask-again";
import { workspaceHeader } from "./workspace-header";
import { keepZodFromEval } from "./zod-without-eval";

const context = createTRPCContext<AppRouter>();
export const useTRPC = context.useTRPC;
export const useTRPCClient = context.useTRPCClient;

const url = "/api/trpc";
const againMs = 4_000;
keepZodFromEval();

/** One client per browser, one per request on the server, so that no two people share a cache. */
export function TrpcProvider({ workspaceSlug, children }: { workspaceSlug?: string; children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [trpcClient] = useState(() => createClient(workspaceSlug));
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  );
}

function createClient(workspaceSlug?: string) {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        // An event source cannot send headers, so the workspace travels among the parameters of the connection.
        true: httpSubscriptionLink({ url, connectionParams: workspaceSlug ? { workspace: workspaceSlug } : undefined }),
        // The server refuses batches above 20.
        false: httpBatchLink({
          url,
          maxItems: 20,
          headers: workspaceSlug ? { [workspaceHeader]: workspaceSlug } : {},
        }),
      }),
    ],
  });
}

function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // What the person did wrong or may not do does not get better by asking again.
        retry: (failures, error) => failures < 2 && !isAnswer(error),
        // What was out comes back without anybody's doing, and so does the screen.
        refetchInterval: ({ state }) => (state.status === "error" && isOut(state.error) ? againMs : false),
      },
    },
  });
  askAgainWhenLate(client);
  return client;
}

function isOut(error: unknown): boolean {
  return error instanceof TRPCClientError && (!error.data || error.data.httpStatus === 503);
}

function isAnswer(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  const status: unknown = error.data?.httpStatus;
  return typeof status === "number" && status >= 400 && status < 500 && status !== 429;
}
