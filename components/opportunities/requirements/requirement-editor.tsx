"use client";
import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { obligedParties, requirementKinds } from "@/lib/vocabulary/opportunities";
import { obligedWords, requirementKindWords } from "../opportunity-words";
import type { Requirement } from "./requirement-types";
import type { RunDeed } from "./use-requirements";

interface RequirementEditorProps {
  requirement: Requirement;
  run: RunDeed;
  onClose: () => void;
}

const kinds = requirementKinds.map((kind) => ({ value: kind, label: requirementKindWords[kind] }));
const parties = obligedParties.map((party) => ({ value: party, label: obligedWords[party] }));

/** In the place of its text: what it says, what it is and whether it must be met. ⌘ or Ctrl with Enter saves, Esc leaves. */
export function RequirementEditor({ requirement, run, onClose }: RequirementEditorProps) {
  const [text, setText] = useState(requirement.text);
  const [kind, setKind] = useState(requirement.kind);
  const [obliged, setObliged] = useState(requirement.obliged);
  const [isMandatory, setIsMandatory] = useState(requirement.isMandatory);
  const [note, setNote] = useState(requirement.note ?? "");
  const [isBusy, setIsBusy] = useState(false);

  async function save() {
    if (text.trim() === "" || isBusy) return;
    setIsBusy(true);
    const { id, revision } = requirement;
    const saved = await run(
      (client) =>
        client.requirements.edit.mutate({
          id,
          revision,
          text: text.trim() === requirement.text ? undefined : text.trim(),
          kind,
          obliged,
          isMandatory,
          note: note.trim() || null,
        }),
      `${requirement.label} changed`,
    );
    setIsBusy(false);
    if (saved) onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    } else if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void save();
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside
    <div className="flex flex-col gap-2" onKeyDown={onKeyDown}>
      <Textarea
        aria-label={`Text of ${requirement.label}`}
        rows={Math.min(10, Math.max(3, Math.ceil(text.length / 70)))}
        autoFocus
        value={text}
        maxLength={10_000}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Select
          aria-label="Kind"
          value={kind}
          onChange={(event) => setKind(requirementKinds.find((one) => one === event.target.value) ?? kind)}
          options={kinds}
        />
        <Select
          aria-label="Who is obliged"
          value={obliged}
          onChange={(event) => setObliged(obligedParties.find((one) => one === event.target.value) ?? obliged)}
          options={parties}
        />
        <Checkbox label="Mandatory" checked={isMandatory} onChange={(event) => setIsMandatory(event.target.checked)} />
      </div>
      <Input
        aria-label="Note"
        placeholder="Note for colleagues"
        value={note}
        maxLength={5000}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="flex gap-2">
        <Button
          size="sm"
          variant="primary"
          isLoading={isBusy}
          disabled={text.trim() === ""}
          onClick={() => void save()}
        >
          Save
        </Button>
        <Button size="sm" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
