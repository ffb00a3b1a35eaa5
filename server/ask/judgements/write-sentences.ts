import { z } from "zod";
import type { Engine } from "@/lib/vocabulary/ask";
import { type JudgementOptions, type JudgementResult, streamedJudgement } from "@/server/models";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { type DraftSentence, type FoundPassage, placeOf } from "../plan";

const maxPassages = 12;
const maxSentences = 5;
/** Different passages in one answer. */
const maxCitations = 5;

const numberedSentence = z.strictObject({
  text: z.string().trim().min(2).max(700),
  /** Numbers of passages, as shown. */
  citations: z.array(z.int()).min(1).max(3),
});
type NumberedSentence = z.infer<typeof numberedSentence>;

const shownToModel = z.object({
  question: z.string(),
  passages: z.array(z.object({ n: z.int(), title: z.string(), text: z.string() })),
});
interface WritingInput extends z.infer<typeof shownToModel> {
  /** What the rules would say. */
  drafts: NumberedSentence[];
  /** The gate and the limits of an answer, over numbers. */
  accepts: (sentence: NumberedSentence) => boolean;
  /** Told when the rules take over. */
  onRules: () => void;
}

const judgeSentences = streamedJudgement({
  name: "ask.write",
  input: shownToModel,
  element: numberedSentence,
  extractive: function* (_, { drafts, accepts, onRules }: WritingInput) {
    onRules();
    // One at a time: what was handed out already counts against the limits.
    for (const draft of drafts) if (accepts(draft)) yield draft;
  },
  accepts: (sentence, { accepts }) => accepts(sentence),
  mayBeEmpty: true,
  prompt: ({ question, passages }) => ({
    task: `Answer a question about tender documents from the numbered passages, and from nothing else.
Write at most ${maxSentences} short sentences, the one that answers most directly first, in the language of the question. Each element is one sentence: "text", without citation marks, and "citations", the numbers of the one to three passages that say exactly this.
Every sentence is checked by a machine against the passages that it cites. Take numbers, dates, amounts, units, names and words of negation and obligation ("shall", "must not", "except") over exactly as they are written there. Do not calculate, conclude, generalise or join what two passages say into something that neither says. Where passages contradict each other, say what each of them says, in two sentences.
If the passages do not answer the question, reply with no elements at all: {"elements":[]}.`,
    data: [
      { label: "the question", text: question },
      ...passages.map(({ n, title, text }) => ({ label: `passage ${n}, from ${title}`, text })),
    ],
  }),
  maxElements: maxSentences,
  maxOutputTokens: 1_500,
  timeoutMs: 60_000,
});

export interface WriteSentencesInput {
  question: string;
  passages: FoundPassage[];
  /** What the rules would say, best first. */
  drafts: DraftSentence[];
  /** The gate: true only for a sentence whose every claim stands in its quotes. What fails is dropped. */
  passesGate: (sentence: DraftSentence) => boolean;
}

export interface WriteSentencesOptions extends JudgementOptions {
  /** Called with each sentence that passed the gate, as soon as it is complete, and awaited before the next. */
  onSentence: (sentence: DraftSentence, writtenBy: Engine) => Promise<void> | void;
  /** The model broke off: what was handed out so far does not stand. */
  onRestart: () => Promise<void> | void;
}

/**
 * Writes the sentences of an answer: by the workspace's model over the passages found, or by rules in the documents' own words.
 * An empty value by a model means that it says the passages do not tell. Every sentence has passed the gate, whoever wrote it.
 */
export async function writeSentences(
  ctx: WorkspaceContext,
  input: WriteSentencesInput,
  { onSentence, onRestart, ...options }: WriteSentencesOptions,
): Promise<JudgementResult<DraftSentence[]>> {
  const passages = numberPassages(input);
  // Without a passage there is nothing to write, and no reason to ask anybody.
  if (passages.length === 0) return { value: [], engine: "extractive", fallbackReason: null, usage: null };
  let writtenBy: Engine = "model";
  const numberOf = new Map(passages.map((passage, index) => [placeOf(passage), index + 1]));
  const asides = new Set(input.drafts.filter((draft) => draft.isAside).map((draft) => draft.text));
  const drafted = (sentence: NumberedSentence): DraftSentence => ({
    text: sentence.text,
    isAside: writtenBy === "extractive" && asides.has(sentence.text),
    citations: [...new Set(sentence.citations)].flatMap((n) => passages[n - 1] ?? []),
  });
  let written = 0;
  const cited = new Set<number>();
  const begin = () => {
    written = 0;
    cited.clear();
  };
  const result = await judgeSentences(
    ctx,
    {
      question: input.question,
      // A model gets the best dozen; the rules may cite what lies beyond.
      passages: passages.slice(0, maxPassages).map(({ title, quote }, index) => ({ n: index + 1, title, text: quote })),
      drafts: input.drafts.map((draft) => ({
        text: draft.text,
        citations: draft.citations.map((passage) => numberOf.get(placeOf(passage)) ?? 0),
      })),
      accepts: (sentence) => {
        const shown = writtenBy === "model" ? Math.min(passages.length, maxPassages) : passages.length;
        if (sentence.citations.some((n) => n < 1 || n > shown)) return false;
        if (written >= maxSentences || new Set([...cited, ...sentence.citations]).size > maxCitations) return false;
        return input.passesGate(drafted(sentence));
      },
      onRules: () => {
        writtenBy = "extractive";
        begin();
      },
    },
    {
      ...options,
      onElement: async (sentence) => {
        written++;
        for (const n of sentence.citations) cited.add(n);
        await onSentence(drafted(sentence), writtenBy);
      },
      onRestart,
    },
  );
  return { ...result, value: result.value.map(drafted) };
}

/** Each place once: first what the tools found, in their order, then what only a draft cites. */
function numberPassages({ passages, drafts }: WriteSentencesInput): FoundPassage[] {
  const all = [...passages, ...drafts.flatMap((draft) => draft.citations)];
  const byPlace = new Map(all.toReversed().map((passage) => [placeOf(passage), passage]));
  return [...new Set(all.map(placeOf))].flatMap((place) => byPlace.get(place) ?? []);
}
