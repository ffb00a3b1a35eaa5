import { serve } from "inngest/next";
import { functions } from "@/inngest";
import { usesInngest } from "@/lib/env";
import { inngest } from "@/server/jobs/client";

const handler = serve({ client: inngest, functions, enableUnauthedSync: false });

// The embedded engine calls its own handler in process. Its client trusts every call, so nobody may call from outside.
const absent = () => new Response(null, { status: 404 });

export const dynamic = "force-dynamic";
export const maxDuration = 800;
export const GET = absent;
export const POST: typeof handler.POST = usesInngest ? handler.POST : async () => absent();
export const PUT: typeof handler.PUT = usesInngest ? handler.PUT : async () => absent();
