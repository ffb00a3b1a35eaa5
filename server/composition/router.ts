import { askRouter } from "@/server/ask/router";
import { activitiesRouter } from "@/server/collaboration/activities/router";
import { commentsRouter } from "@/server/collaboration/comments/router";
import { tasksRouter } from "@/server/collaboration/tasks/router";
import { identityRouter } from "@/server/identity/router";
import { collectionsRouter } from "@/server/knowledge/collections/router";
import { documentsRouter } from "@/server/knowledge/documents/router";
import { searchRouter } from "@/server/knowledge/retrieval/router";
import { modelsRouter } from "@/server/models/router";
import { notificationsRouter } from "@/server/notifications/router";
import { amendmentsRouter } from "@/server/opportunities/amendments/router";
import { buyerQuestionsRouter } from "@/server/opportunities/buyer-questions/router";
import { calendarRouter } from "@/server/opportunities/calendar/router";
import { fitRouter } from "@/server/opportunities/fit/router";
import { noticesRouter } from "@/server/opportunities/notices/router";
import { pipelineRouter } from "@/server/opportunities/pipeline/router";
import { reopenedRouter } from "@/server/opportunities/reopened/router";
import { requirementsRouter } from "@/server/opportunities/requirements/router";
import { opportunitiesRouter } from "@/server/opportunities/router";
import { savedSearchesRouter } from "@/server/opportunities/saved-searches/router";
import { fixTasksRouter } from "@/server/sources/fixes/router";
import { changesRouter, listingRulesRouter, sourcesRouter } from "@/server/sources/router";
import { snapshotsRouter } from "@/server/sources/snapshots/router";
import { router } from "@/server/trpc/procedures";
import { apiKeysRouter } from "@/server/workspaces/api-keys/router";
import { auditRouter } from "@/server/workspaces/audit/router";
import { installationRouter } from "@/server/workspaces/installation-router";
import { invitationsRouter } from "@/server/workspaces/invitations/router";
import { membersRouter } from "@/server/workspaces/members/router";
import { workspacesRouter } from "@/server/workspaces/router";
import { nameBook } from "./find-subjects";
import { jobsRouter } from "./jobs-router";
import { subjectBook } from "./subject-book";
import { systemRouter } from "./system-router";

/** Every procedure of the product, by domain. Pages, REST and the command line all end here. */
export const appRouter = router({
  activities: activitiesRouter(subjectBook),
  amendments: amendmentsRouter,
  reopened: reopenedRouter,
  apiKeys: apiKeysRouter,
  ask: askRouter,
  audit: auditRouter(nameBook),
  buyerQuestions: buyerQuestionsRouter,
  calendar: calendarRouter,
  changes: changesRouter,
  collections: collectionsRouter,
  comments: commentsRouter(subjectBook),
  documents: documentsRouter,
  fit: fitRouter,
  fixTasks: fixTasksRouter,
  identity: identityRouter,
  installation: installationRouter,
  invitations: invitationsRouter,
  jobs: jobsRouter,
  listingRules: listingRulesRouter,
  members: membersRouter,
  models: modelsRouter,
  notices: noticesRouter,
  notifications: notificationsRouter,
  pipeline: pipelineRouter,
  opportunities: opportunitiesRouter,
  requirements: requirementsRouter,
  savedSearches: savedSearchesRouter,
  search: searchRouter,
  snapshots: snapshotsRouter,
  sources: sourcesRouter,
  system: systemRouter,
  tasks: tasksRouter(subjectBook),
  workspaces: workspacesRouter,
});
export type AppRouter = typeof appRouter;
