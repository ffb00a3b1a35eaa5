"use client";
import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useShell } from "@/components/shell/shell-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { nothingYet } from "@/components/ui/nothing-yet";
import type { FieldName } from "@/lib/vocabulary/opportunities";
import { roleMay } from "@/lib/vocabulary/workspaces";
import type { FieldGroup, FieldStatement, OpportunityView } from "../opportunity-types";
import { fieldWords, originWords } from "../opportunity-words";
import { useUpdateOpportunities } from "../use-update-opportunities";
import { Statement } from "./statement";
import { toldContacts } from "./told-contacts.logic";

const EditFieldsDialog = dynamic(() => import("./edit-fields-dialog").then((module) => module.EditFieldsDialog), {
  loading: nothingYet,
});

const order: readonly FieldName[] = [
  "buyer",
  "reference",
  "kind",
  "value",
  "place",
  "period",
  "contract_type",
  "set_aside",
  "eligibility",
  "evaluation_factor",
  "submission_method",
  "page_limit",
  "contact",
  "incumbent",
  "category",
];

interface FieldsCardProps {
  opportunity: OpportunityView;
  numbers: ReadonlyMap<string, number>;
}

/** What is known, field by field, each with its source; where sources differ, what else is said. */
export function FieldsCard({ opportunity, numbers }: FieldsCardProps) {
  const { member } = useShell();
  const [isEditing, setIsEditing] = useState(false);
  const groups = order.flatMap((name) => opportunity.fields.find((field) => field.name === name) ?? []);
  const title = opportunity.fields.find((field) => field.name === "title");
  const missing = (["buyer", "value", "evaluation_factor", "submission_method"] as const).filter(
    (name) => !groups.some((group) => group.name === name),
  );
  return (
    <Card
      title="What is known"
      isFlush
      actions={
        roleMay(member.role, "opportunities:write") ? (
          <Button size="sm" onClick={() => setIsEditing(true)}>
            <Pencil aria-hidden /> Edit
          </Button>
        ) : null
      }
    >
      <dl>
        {title && title.statements.length > 1 ? <FieldRow group={title} {...{ opportunity, numbers }} /> : null}
        {groups.map((group) => (
          <FieldRow key={group.name} group={group} {...{ opportunity, numbers }} />
        ))}
      </dl>
      {missing.length > 0 ? (
        <p className="border-t border-subtle px-4 py-2.5 text-sm text-muted first:border-t-0">
          {opportunity.isReading
            ? "Still reading."
            : `Not stated anywhere: ${missing.map((name) => fieldWords[name].toLowerCase()).join(", ")}.`}
        </p>
      ) : null}
      {isEditing ? <EditFieldsDialog opportunity={opportunity} onClose={() => setIsEditing(false)} /> : null}
    </Card>
  );
}

const shownAtFirst = 6;

function FieldRow({ group, opportunity, numbers }: FieldsCardProps & { group: FieldGroup }) {
  const [isOpen, setIsOpen] = useState(false);
  const chosen = shownOf(group);
  const shown = group.isSingle || isOpen ? chosen : chosen.slice(0, shownAtFirst);
  const others = group.isSingle ? group.statements.filter((one) => !chosen.includes(one)) : [];
  const differing = others.filter((one) => one.text !== chosen[0]?.text);
  const hidden = chosen.length - shown.length;
  return (
    <div className="grid gap-x-4 gap-y-1 border-b border-subtle px-4 py-2.5 last:border-b-0 sm:grid-cols-[150px_minmax(0,1fr)]">
      <dt className="text-muted">{fieldWords[group.name]}</dt>
      <dd className="min-w-0 wrap-anywhere">
        {group.isSingle ? (
          shown.map((statement) => <Shown key={statement.id} statement={statement} numbers={numbers} />)
        ) : (
          <ul className="flex flex-col gap-1">
            {shown.map((statement) => (
              <li key={statement.id}>
                <Shown statement={statement} numbers={numbers} />
              </li>
            ))}
          </ul>
        )}
        {hidden > 0 || differing.length > 0 ? (
          <button
            type="button"
            aria-expanded={isOpen}
            className="mt-1 block text-sm text-accent hover:underline"
            onClick={() => setIsOpen(!isOpen)}
          >
            {moreWords(isOpen, hidden, differing.length)}
          </button>
        ) : null}
        {isOpen && differing.length > 0 ? (
          <ul className="mt-2 flex flex-col gap-1.5 border-l-2 border-subtle pl-3">
            {differing.map((statement) => (
              <Other key={statement.id} statement={statement} {...{ opportunity, numbers }} />
            ))}
          </ul>
        ) : null}
      </dd>
    </div>
  );
}

function shownOf({ name, isSingle, statements }: FieldGroup): FieldStatement[] {
  if (isSingle) return statements.filter((one) => one.isChosen).slice(0, 1);
  return name === "contact" ? toldContacts(statements) : statements;
}

function moreWords(isOpen: boolean, hidden: number, differing: number): string {
  if (isOpen) return "Show less";
  if (hidden > 0) return `${hidden} more`;
  return `${differing} other ${differing === 1 ? "statement" : "statements"}`;
}

function Shown({ statement, numbers }: { statement: FieldStatement; numbers: ReadonlyMap<string, number> }) {
  return (
    <>
      <Statement statement={statement} numbers={numbers} />
      {statement.origin === "model" ? (
        <Badge meaning="model" className="ml-1">
          {originWords.model}
        </Badge>
      ) : null}
    </>
  );
}

function Other({ statement, opportunity, numbers }: FieldsCardProps & { statement: FieldStatement }) {
  const { member } = useShell();
  const update = useUpdateOpportunities();
  const before = opportunity.fields
    .flatMap((field) => (field.statements.some((one) => one.id === statement.id) ? field.statements : []))
    .find((one) => one.isChosen);
  const choose = (chooseStatementId: string) => ({ id: opportunity.id, chooseStatementId });
  return (
    <li className="flex flex-wrap items-start gap-x-3">
      <span className="min-w-0 flex-1 basis-60 text-muted">
        <Statement statement={statement} numbers={numbers} />
      </span>
      {roleMay(member.role, "opportunities:write") ? (
        <Button
          size="sm"
          variant="ghost"
          onClick={() =>
            void update({
              done: "Statement chosen",
              run: (client) => client.opportunities.update.mutate(choose(statement.id)),
              undo: before ? (client) => client.opportunities.update.mutate(choose(before.id)) : undefined,
            })
          }
        >
          Use this one
        </Button>
      ) : null}
    </li>
  );
}
