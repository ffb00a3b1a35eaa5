import { seededRandom } from "../ground/random";
import type { ProcurementRegister } from "./register";

/** What is another at every visit of a portal and means nothing. */
export interface Visit {
  /** Of a session, a request or a token in a form. */
  token: string;
  /** Of people, visitors or views. */
  count: number;
  turn: number;
  /** Seconds within the minute of the portal's clock. */
  second: number;
}

const visits = new WeakMap<ProcurementRegister, { turn: number; random: () => number }>();

/** Repeatable for each start of a portal. */
export function visitTo(register: ProcurementRegister): Visit {
  const state = visits.get(register) ?? { turn: 0, random: seededRandom(509) };
  visits.set(register, state);
  const token = () => Math.floor(state.random() * 2 ** 44).toString(36);
  return {
    token: token() + token() + token(),
    count: 3 + Math.floor(state.random() * 180),
    turn: state.turn++,
    second: Math.floor(state.random() * 60),
  };
}
