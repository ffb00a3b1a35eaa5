"use client";
import { useState } from "react";
import { usePeople } from "@/components/shell/use-people";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import type { OpportunityView } from "../opportunity-types";
import { useUpdateOpportunities } from "../use-update-opportunities";

/** Who sees it, with all its documents, comments and tasks. */
export function VisibilityDialog({ opportunity, onClose }: { opportunity: OpportunityView; onClose: () => void }) {
  const { people } = usePeople();
  const update = useUpdateOpportunities();
  const { visibility, memberIds } = opportunity.collection;
  const [isRestricted, setIsRestricted] = useState(visibility === "restricted");
  const [chosen, setChosen] = useState<readonly string[]>(memberIds);
  const [isBusy, setIsBusy] = useState(false);

  async function save() {
    setIsBusy(true);
    const { id } = opportunity;
    const isDone = await update({
      done: isRestricted ? "Only the named members see it now" : "The workspace sees it now",
      about: `visibility ${id}`,
      run: (client) =>
        client.opportunities.setVisibility.mutate({
          id,
          visibility: isRestricted ? "restricted" : "workspace",
          memberIds: isRestricted ? [...chosen] : [],
        }),
      undo: (client) => client.opportunities.setVisibility.mutate({ id, visibility, memberIds: [...memberIds] }),
    });
    setIsBusy(false);
    if (isDone) onClose();
  }

  return (
    <Dialog
      title="Who sees it"
      description="It holds for the opportunity, its documents, comments and tasks."
      size="sm"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" isLoading={isBusy} onClick={save}>
            Save
          </Button>
        </>
      }
    >
      <Checkbox
        label="Only named members"
        checked={isRestricted}
        onChange={(event) => setIsRestricted(event.target.checked)}
      />
      {isRestricted ? (
        <fieldset className="mt-3 flex max-h-60 flex-col gap-1.5 overflow-y-auto">
          <legend className="mb-1 text-sm font-medium">Members who see it</legend>
          {people.map(({ userId, name, email }) => (
            <Checkbox
              key={userId}
              label={`${name} (${email})`}
              checked={chosen.includes(userId)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, userId] : chosen.filter((one) => one !== userId))
              }
            />
          ))}
        </fieldset>
      ) : null}
    </Dialog>
  );
}
