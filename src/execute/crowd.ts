/** The calls that exist at one moment. */
export interface Crowd {
  /**
   * Starts `work`, which must not reject, for each item when there is room for it, with its place; takes no further item
   * once `signal` aborts. Resolves when all work is done, or rejects then with what the items threw.
   */
  work<T>(items: Iterable<T>, signal: AbortSignal, work: (item: T, index: number) => Promise<void>): Promise<void>;
  /** Lets one who waits for its time make room for another. */
  rest(wait: Promise<void>): Promise<void>;
}

/** Beyond as many as may be at work. */
const spareSeats = 16;

/** Makes room for `most` calls at work, and for a few more that wait to be asked again: nobody else needs to exist yet. */
export function createCrowd(most: number): Crowd {
  const members = new Set<Promise<void>>();
  let resting = 0;
  let notify = () => {};
  const makeRoom = async (): Promise<void> => {
    while (members.size - resting >= most || resting >= most + spareSeats) {
      await new Promise<void>((resolve) => {
        notify = resolve;
      });
    }
  };
  const start = (work: Promise<void>): void => {
    const member = work.finally(() => {
      members.delete(member);
      notify();
    });
    members.add(member);
  };
  return {
    work: async (items, signal, work) => {
      let index = 0;
      try {
        for (const item of items) {
          await makeRoom();
          if (signal.aborted) break;
          start(work(item, index++));
        }
      } finally {
        await Promise.all(members);
      }
    },
    rest: async (wait) => {
      resting += 1;
      notify();
      await wait.finally(() => {
        resting -= 1;
      });
    },
  };
}
