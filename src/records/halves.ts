import type { ProductionRecord, RecordEvent } from './record.ts';

/** Batches of spans and of log records hold 512 each and are written within seconds of each other. */
const maxWaiting = 2000;
const maxCharacters = 16 * 1024 * 1024;

type RecordOfLine = Extract<RecordEvent, { readonly kind: 'record' }>;

/**
 * Puts the two halves of a record together: a span that timed a request, and the log record of the same span id that
 * holds what was said. A record waits until 2,000 others or 16 million characters came after it; a half that comes later
 * stays one of its own.
 */
export class Halves {
  readonly #waiting = new Map<string, { readonly event: RecordOfLine; readonly characters: number }>();
  #characters = 0;

  /** Takes the events of a line of so many characters, and gives those that nothing is waited for. */
  pass(events: readonly RecordEvent[], characters: number): readonly RecordEvent[] {
    const others = events.filter(({ kind }) => kind !== 'record');
    const share = characters / Math.max(1, events.length);
    for (const event of events) if (event.kind === 'record') this.#keep(event, share);
    return [...others, ...this.#release(maxWaiting, maxCharacters)];
  }

  /** Gives all that still waits. */
  end(): readonly RecordEvent[] {
    return this.#release(0, 0);
  }

  #keep(event: RecordOfLine, characters: number): void {
    const { id } = event.record;
    const found = this.#waiting.get(id);
    this.#characters += characters;
    if (found === undefined) this.#waiting.set(id, { event, characters });
    else {
      const record = joinHalves(found.event.record, event.record);
      const joined: RecordOfLine = { ...found.event, record, isJoined: true };
      this.#waiting.set(id, { event: joined, characters: found.characters + characters });
    }
  }

  #release(count: number, limit: number): readonly RecordEvent[] {
    const released: RecordEvent[] = [];
    for (const [id, { event, characters }] of this.#waiting) {
      if (this.#waiting.size <= count && this.#characters <= limit) break;
      this.#waiting.delete(id);
      this.#characters -= characters;
      released.push(event);
    }
    return released;
  }
}

/** What the one does not know, the other may; where both know, the one with a duration is the span. */
function joinHalves(first: ProductionRecord, second: ProductionRecord): ProductionRecord {
  const [span, other] = second.latencyMs !== null && first.latencyMs === null ? [second, first] : [first, second];
  const known = Object.entries(span).filter(([, value]) => value !== null);
  const joined: ProductionRecord = { ...other, ...Object.fromEntries(known) };
  return joined.error === null ? joined : { ...joined, output: null };
}
