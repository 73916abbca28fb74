/**
 * Work in small steps. Each says how much of the whole is done by then, from 0 to 1, so that a host can do other things in between, show how
 * far it is, or give up: what was worked out until then and is kept for other reasons stays.
 */
export type Steps<T> = Generator<number, T>;

/** Does all of it at once. */
export function toTheEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Steps of a part that reaches from one share of the whole to another. */
export function* within<T>(from: number, to: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}
