import { initTRPC } from "@trpc/server";
import { middlewareMarker } from "@trpc/server/unstable-core-do-not-import";
import type { OpenApiMeta } from "trpc-to-openapi";
import { assertMayChange } from "@/server/platform/authorize";
import { AppError, ForbiddenError, UnauthenticatedError } from "@/server/platform/errors";
import { onceByKey } from "@/server/platform/idempotency";
import { metrics } from "@/server/platform/metrics";
import { onceByPersonKey } from "@/server/platform/person-idempotency";
import type { RequestContext } from "./context";
import { assertKeepable } from "./keepable";
import { toTrpcError } from "./map-errors";

/** `isReading`: a mutation only by its form (a long input, a record of what left), which keys that only read may call. */
type ProcedureMeta = OpenApiMeta & { isReading?: true };

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter({ shape, error, ctx }) {
      const cause = error.cause;
      const expected = cause instanceof AppError || error.code === "BAD_REQUEST";
      return {
        ...shape,
        message: expected ? shape.message : "Something went wrong.",
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          ...(shape.data.path === undefined ? {} : { path: shape.data.path }),
          reason: cause instanceof AppError ? cause.code : null,
          retry: cause instanceof AppError ? cause.retry : null,
          requestId: ctx?.requestId ?? null,
        },
      };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Turns expected errors into their codes, once for every procedure; what we did not foresee is logged and kept from the caller. */
const withMappedErrors = t.middleware(async ({ next, ctx, path }) => {
  const stopTimer = metrics().procedureSeconds.startTimer({ path });
  const result = await next();
  stopTimer({ outcome: result.ok ? "ok" : result.error.code });
  if (result.ok) return result;
  throw toTrpcError(result.error, { requestId: ctx.requestId, path });
});

/** A procedure without any check: the yardstick of the API benchmark, and the ground of the others. */
export const emptyProcedure = t.procedure;

const withKeepableInput = t.middleware(async ({ next, getRawInput }) => {
  assertKeepable(await getRawInput());
  return next();
});

/** For anybody. */
export const publicProcedure = t.procedure.use(withMappedErrors).use(withKeepableInput);

/** For a signed-in person, in no particular workspace. */
export const userProcedure = publicProcedure
  .use(({ ctx, next }) => {
    if (!ctx.user?.userId) throw new UnauthenticatedError();
    return next({ ctx: { ...ctx, user: ctx.user } });
  })
  .use(async ({ ctx, next, type, path, getRawInput }) => {
    if (type !== "mutation" || ctx.idempotencyKey === null) return next();
    const request = { path, input: await getRawInput() };
    const data = await onceByPersonKey(ctx.user.userId, ctx.idempotencyKey, request, async () => {
      const result = await next();
      if (!result.ok) throw result.error;
      return result.data;
    });
    return { ok: true, data, marker: middlewareMarker };
  });

/** For the operator of the installation. */
export const operatorProcedure = userProcedure.use(({ ctx, next }) => {
  if (ctx.user.isOperator !== true) throw new ForbiddenError("Only the operator of this installation may see this.");
  return next();
});

/** For a member or an API key of the workspace that the request names; `ctx.workspace` is the finished actor. */
export const workspaceProcedure = publicProcedure
  .use(async ({ ctx, next, type, meta }) => {
    const workspace = await ctx.workspace();
    if (type === "mutation" && !meta?.isReading) assertMayChange(workspace);
    return next({ ctx: { ...ctx, workspace } });
  })
  .use(async ({ ctx, next, type, path, getRawInput }) => {
    if (type !== "mutation" || ctx.idempotencyKey === null) return next();
    const request = { path, input: await getRawInput() };
    const data = await onceByKey(ctx.workspace, ctx.idempotencyKey, request, async () => {
      const result = await next();
      if (!result.ok) throw result.error;
      return result.data;
    });
    // A repeated request never reaches the procedure; its answer is handed out as if it had.
    return { ok: true, data, marker: middlewareMarker };
  });
