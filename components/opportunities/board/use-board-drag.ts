"use client";
import {
  type Dispatch,
  type KeyboardEvent,
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  type SetStateAction,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { indexAt, moveCard, type Place, placeAfterArrow, placeOf } from "./board-order.logic";
import type { BoardCard, BoardLane } from "./board-types";
import { trackPress } from "./track-press";

const edgePx = 60;

export interface CardMove {
  id: string;
  from: Place;
  to: Place;
}

interface BoardDrag {
  lanes: readonly BoardLane[];
  /** Scrolls sideways when a card is carried to its edge. */
  room: RefObject<HTMLElement | null>;
  isEnabled: boolean;
  onMove: (move: CardMove) => void;
}

export interface DragHandlers {
  onPointerDown: (event: ReactPointerEvent, id: string) => void;
  onKeyDown: (event: KeyboardEvent, id: string) => void;
  onBlur: (id: string) => void;
  /** The press that just ended carried the card: it is no wish to open it. */
  wasDragged: () => boolean;
}

interface Held {
  id: string;
  from: Place;
  to: Place;
  by: "pointer" | "keys";
}

/** Carrying cards between lanes by mouse, finger or keys. Until the card is let go, only this screen shows it elsewhere. */
export function useBoardDrag({ lanes, room, isEnabled, onMove }: BoardDrag) {
  const [held, setHeld] = useState<Held | null>(null);
  const [announcement, setAnnouncement] = useState("");
  const ghostRef = useRef<HTMLDivElement>(null);
  const pointer = useRef({ x: 0, y: 0 });
  const dragged = useRef(false);
  const now = useRef({ lanes, held, onMove });
  now.current = { lanes, held, onMove };

  const shown = useMemo(() => (held ? moveCard(lanes, held.id, held.to) : lanes), [lanes, held]);
  const ghost: BoardCard | null =
    held?.by === "pointer" ? (lanes.flatMap((lane) => lane.cards).find((card) => card.id === held.id) ?? null) : null;

  useLayoutEffect(() => {
    if (ghost) follow(ghostRef.current, pointer.current);
  }, [ghost]);

  useKeptFocus(held);
  useGrabbingCursor(held?.by === "pointer");
  const handlers = useMemo(
    () => dragHandlers({ now, pointer, dragged, ghostRef, room, isEnabled, setHeld, setAnnouncement }),
    [isEnabled, room],
  );

  return {
    lanes: shown,
    heldId: held?.id ?? null,
    target: held?.to ?? null,
    ghost,
    ghostRef,
    announcement,
    handlers,
  };
}

/** The card that is carried by keys keeps the focus, in whatever lane it is drawn. */
function useKeptFocus(held: Held | null) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each step of the carried card
  useLayoutEffect(() => {
    if (held?.by !== "keys") return;
    const card = document.querySelector<HTMLElement>(`[data-card="${held.id}"] button`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [held?.id, held?.by, held?.to.lane, held?.to.index]);
}

function useGrabbingCursor(isGrabbing: boolean) {
  useEffect(() => {
    document.documentElement.classList.toggle("cursor-grabbing", isGrabbing);
    return () => document.documentElement.classList.remove("cursor-grabbing");
  }, [isGrabbing]);
}

interface DragState {
  /** What the last drawing showed: handlers live longer than one. */
  now: RefObject<{ lanes: readonly BoardLane[]; held: Held | null; onMove: (move: CardMove) => void }>;
  pointer: RefObject<{ x: number; y: number }>;
  dragged: RefObject<boolean>;
  ghostRef: RefObject<HTMLElement | null>;
  room: RefObject<HTMLElement | null>;
  isEnabled: boolean;
  setHeld: Dispatch<SetStateAction<Held | null>>;
  setAnnouncement: (words: string) => void;
}

function dragHandlers(state: DragState): DragHandlers {
  const { now, pointer, dragged, ghostRef, room, isEnabled, setHeld, setAnnouncement } = state;
  const nameOf = (key: string) => now.current.lanes.find((lane) => lane.key === key)?.name ?? key;

  function letGo(isKept: boolean) {
    const { held: last, onMove: tell } = now.current;
    setHeld(null);
    if (!last) return;
    const isSame = last.from.lane === last.to.lane && last.from.index === last.to.index;
    if (!isKept || isSame) return setAnnouncement("The card stays where it was.");
    setAnnouncement(`Moved to ${nameOf(last.to.lane)}, position ${last.to.index + 1}.`);
    tell({ id: last.id, from: last.from, to: last.to });
  }

  function onPointerDown(event: ReactPointerEvent, id: string) {
    if (!isEnabled || event.button !== 0) return;
    dragged.current = false;
    pointer.current = { x: event.clientX, y: event.clientY };
    trackPress(event, {
      onBegin: () => {
        const from = placeOf(now.current.lanes, id);
        if (!from) return false;
        dragged.current = true;
        setHeld({ id, from, to: from, by: "pointer" });
        return true;
      },
      onMove: (at) => {
        pointer.current = at;
        follow(ghostRef.current, at);
        look(id);
      },
      onFrame: () => {
        scrollNear(room.current, pointer.current);
        look(id);
      },
      onEnd: letGo,
    });
  }

  function look(id: string) {
    const to = placeUnder(pointer.current, id);
    if (!to) return;
    setHeld((before) =>
      before && (before.to.lane !== to.lane || before.to.index !== to.index) ? { ...before, to } : before,
    );
  }

  function onKeyDown(event: KeyboardEvent, id: string) {
    if (!isEnabled || event.metaKey || event.ctrlKey || event.altKey) return;
    const { lanes: all, held: last } = now.current;
    if (event.key === " ") {
      event.preventDefault();
      if (last) return letGo(true);
      const from = placeOf(all, id);
      if (!from) return;
      setHeld({ id, from, to: from, by: "keys" });
      return setAnnouncement("Picked up. Arrows move it, space lets go, Escape puts it back.");
    }
    if (last?.by !== "keys" || last.id !== id) return;
    if (event.key === "Escape" || event.key === "Enter") {
      event.preventDefault();
      return letGo(event.key === "Enter");
    }
    if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    const to = placeAfterArrow(all, id, last.to, event.key);
    if (!to) return;
    setHeld({ ...last, to });
    setAnnouncement(`${nameOf(to.lane)}, position ${to.index + 1}.`);
  }

  function onBlur(id: string) {
    // The button is drawn anew in another lane: only when nothing took the focus back was it left.
    setTimeout(() => {
      const last = now.current.held;
      if (last?.by !== "keys" || last.id !== id) return;
      if (!document.activeElement?.closest(`[data-card="${id}"]`)) letGo(false);
    }, 50);
  }

  return { onPointerDown, onKeyDown, onBlur, wasDragged: () => dragged.current };
}

function follow(ghost: HTMLElement | null, { x, y }: { x: number; y: number }) {
  // Set by script, which the page's policy allows.
  if (ghost) ghost.style.transform = `translate(${x - 40}px, ${y - 16}px)`;
}

/** The place in the lane under the pointer; null when there is none. */
function placeUnder({ x, y }: { x: number; y: number }, id: string): Place | null {
  const lane = [...document.querySelectorAll<HTMLElement>("[data-lane]")].find((one) => {
    const box = one.getBoundingClientRect();
    return x >= box.left && x <= box.right;
  });
  if (!lane?.dataset.lane) return null;
  const middles = [...lane.querySelectorAll<HTMLElement>("[data-card]")]
    .filter((card) => card.dataset.card !== id)
    .map((card) => {
      const box = card.getBoundingClientRect();
      return (box.top + box.bottom) / 2;
    });
  return { lane: lane.dataset.lane, index: indexAt(middles, y) };
}

function scrollNear(room: HTMLElement | null, { x }: { x: number; y: number }) {
  if (!room) return;
  const box = room.getBoundingClientRect();
  if (x < box.left + edgePx) room.scrollLeft -= 12;
  else if (x > box.right - edgePx) room.scrollLeft += 12;
}
