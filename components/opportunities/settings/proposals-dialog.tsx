"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { SkeletonRows } from "@/components/ui/skeleton";
import { passageHref } from "../citation";
import { count } from "../opportunity-words";
import type { ProfileFields } from "./profile-form.logic";
import type { ProfileProposal } from "./profile-types";
import { openProposals, proposalKey } from "./proposals.logic";

const fieldWords: Record<ProfileProposal["field"], string> = {
  capabilities: "What we do",
  places: "Where",
  certifications: "Certifications",
  categories: "Categories",
};

interface ProposalsDialogProps {
  fields: ProfileFields;
  onTake: (chosen: ProfileProposal[]) => void;
  onClose: () => void;
}

/** What the library says of the workspace, line by line with the words it rests on; a person takes what is right. */
export function ProposalsDialog({ fields, onTake, onClose }: ProposalsDialogProps) {
  const { workspace } = useShell();
  const client = useTRPCClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Asked for each time the dialog opens: the library may hold more by then.
  const found = useQuery({
    queryKey: ["profile proposals", workspace.slug],
    queryFn: () => client.fit.proposeProfile.mutate({}),
    gcTime: 0,
  });
  const groups = openProposals(found.data?.proposals ?? [], fields);
  const all = groups.flatMap(({ proposals }) => proposals);
  const picked = all.filter((one) => chosen.has(proposalKey(one)));

  return (
    <Dialog
      title="What your library says of you"
      description={
        found.data && all.length > 0
          ? `${count(found.data.read, "document")} read. Choose what is right; it goes into the form, and nothing is kept until you save.`
          : "Your own documents are read for what you do, where, and with which certificates."
      }
      size="lg"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={picked.length === 0}
            onClick={() => {
              onTake(picked);
              onClose();
            }}
          >
            {picked.length > 0 ? `Put ${count(picked.length, "line")} into the form` : "Put into the form"}
          </Button>
        </>
      }
    >
      {found.isPending ? <SkeletonRows rows={6} /> : null}
      {found.isError ? (
        <QueryError error={found.error} title="The library could not be read." onRetry={() => found.refetch()} />
      ) : null}
      {found.data && all.length === 0 ? <NothingFound read={found.data.read} /> : null}
      {groups.map(({ field, proposals }) => (
        <ProposalGroup key={field} field={field} proposals={proposals} chosen={chosen} onChoose={setChosen} />
      ))}
    </Dialog>
  );
}

/** Why there is nothing to choose from: no document of one's own, or nothing in them that the form does not hold. */
function NothingFound({ read }: { read: number }) {
  const { workspace } = useShell();
  return (
    <p className="py-4 text-muted">
      {read === 0 ? (
        <>
          The library holds nothing of your own yet.{" "}
          <Link href={placeHref(workspace.slug, "library")} className="text-accent underline">
            Add what describes you
          </Link>
          : a company profile, certificates, past proposals.
        </>
      ) : (
        "Nothing was found that the form does not hold already."
      )}
    </p>
  );
}

interface ProposalGroupProps {
  field: ProfileProposal["field"];
  proposals: readonly ProfileProposal[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** What was found for one field of the form, each line with its quote and document. */
function ProposalGroup({ field, proposals, chosen, onChoose }: ProposalGroupProps) {
  const { workspace } = useShell();
  function toggle(key: string) {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChoose(next);
  }
  return (
    <fieldset className="border-b border-subtle py-3 last:border-b-0">
      <legend className="float-left font-semibold">{fieldWords[field]}</legend>
      <div className="flex justify-end">
        <Button size="sm" variant="ghost" onClick={() => onChoose(new Set([...chosen, ...proposals.map(proposalKey)]))}>
          Choose all {proposals.length}
        </Button>
      </div>
      <ul className="clear-both flex flex-col gap-2 pt-1">
        {proposals.map((proposal) => (
          <li key={proposalKey(proposal)} className="flex items-start gap-2.5">
            <Checkbox
              label={`Choose ${proposal.value}`}
              isLabelHidden
              className="mt-0.5"
              checked={chosen.has(proposalKey(proposal))}
              onChange={() => toggle(proposalKey(proposal))}
            />
            <div className="min-w-0 flex-1">
              <p className="wrap-anywhere">{proposal.value}</p>
              <p className="text-sm wrap-anywhere text-muted">
                {proposal.quote === proposal.value ? null : `“${proposal.quote}” `}
                <a
                  href={passageHref(workspace.slug, { ...proposal.document, documentId: proposal.document.id })}
                  target="_blank"
                  rel="noreferrer"
                  className="text-accent underline"
                >
                  {proposal.document.title}
                  {proposal.document.page === null ? "" : `, page ${proposal.document.page}`}
                </a>
                {proposal.documents > 1 ? ` and ${proposal.documents - 1} more` : ""}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
