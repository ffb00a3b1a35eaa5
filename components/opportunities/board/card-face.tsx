import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Deadline, useStatusNow } from "../deadline";
import { FitMark, fitWords } from "../fit-mark";
import { decisionMeanings, decisionWords, isOver, procedureMeanings, procedureWords } from "../opportunity-words";
import { shortValue } from "../value-words";
import type { BoardCard } from "./board-types";

/** What a card says: what it is, whose, until when, and how well it fits. */
export function CardFace({ card }: { card: BoardCard }) {
  const status = useStatusNow(card);
  const over = isOver(status);
  return (
    <span className="flex flex-col gap-2">
      <span className="block">
        <span className={over ? "line-clamp-2 font-medium text-muted" : "line-clamp-2 font-medium"}>{card.title}</span>
        {card.buyer ? <span className="block truncate text-xs text-subtle">{card.buyer}</span> : null}
      </span>
      <span className="flex items-end justify-between gap-2">
        <Deadline
          at={card.submissionAt}
          zone={card.submissionZone}
          date={card.submissionDate}
          isOver={over}
          isContradicted={card.isSubmissionContradicted}
        />
        {card.owner ? (
          <span data-tooltip={card.owner.name}>
            <Avatar name={card.owner.name} className="size-5" />
          </span>
        ) : null}
      </span>
      <span className="flex flex-wrap items-center gap-1.5 text-xs text-subtle empty:hidden">
        {over ? <Badge meaning={procedureMeanings[status]}>{procedureWords[status]}</Badge> : null}
        {card.decision ? <Badge meaning={decisionMeanings[card.decision]}>{decisionWords[card.decision]}</Badge> : null}
        {card.amendmentsToReview > 0 ? <Badge meaning="attention">Amended</Badge> : null}
        {card.hasBlocker && !over ? <FitMark score={null} known={card.fitKnown} hasBlocker /> : null}
        {card.hasBlocker || over ? null : <span>{fitWords(card)}</span>}
        {card.value ? <span>{shortValue(card.value.amount, card.value.currency)}</span> : null}
      </span>
    </span>
  );
}
