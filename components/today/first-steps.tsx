"use client";
import { useQuery } from "@tanstack/react-query";
import { Circle, CircleCheck } from "lucide-react";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";
import { roleMay } from "@/lib/vocabulary/workspaces";

/** Five steps that tick themselves by what is really there. On a narrow screen they stand before everything else. */
export function FirstSteps() {
  return (
    <div className="empty:hidden max-lg:order-first">
      <Steps />
    </div>
  );
}

function StepsLoading() {
  return (
    <Card title="First steps">
      <Skeleton className="h-28 w-full" />
    </Card>
  );
}

function Steps() {
  const trpc = useTRPC();
  const { workspace, member } = useShell();
  const documents = useQuery(trpc.documents.list.queryOptions({ limit: 1 }));
  const questions = useQuery(trpc.ask.conversations.queryOptions({ limit: 1 }));
  const profile = useQuery(trpc.fit.profile.queryOptions({}));
  const sources = useQuery(trpc.sources.list.queryOptions({ limit: 1 }));
  const members = useQuery(trpc.members.list.queryOptions());
  // Only who may invite sees who was; for others the step is done when a second person is there.
  const mayInvite = roleMay(member.role, "members:manage");
  const invitations = useQuery(trpc.invitations.list.queryOptions(undefined, { enabled: mayInvite }));
  if (mayInvite && invitations.isPending) return <StepsLoading />;
  if ([documents, questions, profile, sources, members].some(({ isPending }) => isPending)) {
    return <StepsLoading />;
  }
  const steps = [
    {
      label: "Add the files of a tender",
      why: "Its dates and requirements are read for you.",
      place: "opportunities",
      isDone: (documents.data?.total ?? 0) > 0,
    },
    {
      label: "Ask a question",
      why: "The answer opens the words it rests on.",
      place: "ask",
      isDone: (questions.data?.conversations.length ?? 0) > 0,
    },
    {
      label: "Say what you do",
      why: "Each tender is then weighed against it.",
      place: "settings/what-we-do",
      isDone: Boolean(profile.data?.updatedAt),
    },
    {
      label: "Watch a portal or a competitor",
      why: "New tenders and changes come by themselves.",
      place: "sources/new",
      isDone: (sources.data?.total ?? 0) > 0,
    },
    {
      label: "Invite a colleague",
      why: "Share tasks, comments and decisions.",
      place: "settings/members",
      isDone: (members.data?.length ?? 0) > 1 || (invitations.data?.length ?? 0) > 0,
    },
  ];
  const open = steps.filter((step) => !step.isDone).length;
  if (open === 0) return null;
  const next = steps.find((step) => !step.isDone);
  return (
    <Card title={`First steps: ${steps.length - open} of ${steps.length}`}>
      <ol className="flex flex-col gap-2">
        {steps.map((step) => (
          <li key={step.label} className="flex items-start gap-2">
            {step.isDone ? (
              <CircleCheck className="mt-0.5 size-4 shrink-0 text-ok" aria-label="Done" />
            ) : (
              <Circle className="mt-0.5 size-4 shrink-0 text-subtle" aria-label="Not done yet" />
            )}
            {step.isDone ? (
              <span className="text-muted">{step.label}</span>
            ) : (
              <div className="min-w-0">
                <Link
                  href={placeHref(workspace.slug, step.place)}
                  className={cn("text-accent hover:underline", step === next && "font-medium")}
                >
                  {step.label}
                </Link>
                <p className="text-sm text-muted">{step.why}</p>
              </div>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
