import type { Fault, FaultPlan } from '../../__tests__/helpers/fake-github/faults.ts';
import type { FakeRequest } from '../../__tests__/helpers/fake-github/server.ts';

/** One request of a story, by its place among those that ask the same. */
export interface Place {
  readonly method: string;
  /** `*` for what differs from run to run. */
  readonly path: string;
  /** Counts from 0. */
  readonly number: number;
}

type Asked = Pick<FakeRequest, 'method' | 'path'>;

const nameRoute = ({ method, path }: Asked) => `${method} ${path.replace(/[0-9a-f]{40}/g, '*')}`;

/** The places of all requests of a run. */
export function listPlaces(requests: readonly Asked[]): readonly Place[] {
  const seen = new Map<string, number>();
  return requests.map(({ method, path }) => {
    const route = nameRoute({ method, path });
    const number = seen.get(route) ?? 0;
    seen.set(route, number + 1);
    return { method, path: path.replace(/[0-9a-f]{40}/g, '*'), number };
  });
}

/** A fault at one place. */
export interface Strike {
  readonly plan: FaultPlan;
  /** The requests that it struck, by their index. */
  readonly struck: ReadonlySet<number>;
  /** True where the same was asked again afterwards, so that a fault for good is another one. */
  wasAskedAgain(): boolean;
}

/** Strikes at one place, there alone or from there on. */
export function strike(place: Place, fault: Fault, isForGood: boolean): Strike {
  const struck = new Set<number>();
  let seen = 0;
  const plan: FaultPlan = (request) => {
    if (nameRoute(request) !== nameRoute(place)) return null;
    const number = seen;
    seen += 1;
    if (isForGood ? number < place.number : number !== place.number) return null;
    struck.add(request.index);
    return fault;
  };
  return { plan, struck, wasAskedAgain: () => seen > place.number + 1 };
}
