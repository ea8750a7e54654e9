import type { CaseData, MetricData, PageData, SideData } from './page-data.ts';

/** What happened to a case, in the words of the filters. */
export type Happened = 'worse' | 'better' | 'flaky' | 'same' | 'unscored' | 'new';

/** How the list is sorted. */
export type Order = 'need' | 'drop' | 'id' | 'dataset';

/** What a reader asks the list for. Of one set any member will do, an empty set asks nothing; all that is asked must hold. */
export interface Query {
  readonly text: string;
  readonly happened: ReadonlySet<Happened>;
  readonly critical: boolean;
  readonly tags: ReadonlySet<string>;
  readonly metrics: ReadonlySet<string>;
  readonly suites: ReadonlySet<string>;
  readonly prompts: ReadonlySet<string>;
  readonly order: Order;
}

/** Which kind of filter a label belongs to. */
export function happenedOf(label: CaseData['label']): Happened {
  if (label === 'regressed') return 'worse';
  return label === 'improved' ? 'better' : label;
}

/** The values that each kind of filter can take in a page, in the order in which they first appear, with how many cases have each. */
export interface Facets {
  readonly happened: ReadonlyMap<Happened, number>;
  readonly critical: number;
  readonly tags: ReadonlyMap<string, number>;
  readonly metrics: ReadonlyMap<string, number>;
  readonly suites: ReadonlyMap<string, number>;
  readonly prompts: ReadonlyMap<string, number>;
}

/** Counts what there is to filter by. */
export function listFacets(data: PageData): Facets {
  const happened = new Map<Happened, number>();
  const [tags, metrics, suites, prompts] = [new Map(), new Map(), new Map(), new Map()] as Map<string, number>[];
  const add = <T>(counts: Map<T, number> | undefined, values: Iterable<T>) => {
    for (const value of new Set(values)) counts?.set(value, (counts.get(value) ?? 0) + 1);
  };
  for (const entry of data.cases) {
    const prompt = data.prompts[entry.of];
    add(happened, listHappened(entry, entry.metrics));
    add(tags, entry.tags ?? []);
    add(
      metrics,
      entry.metrics.map(({ at }) => prompt?.metrics[at]?.name ?? ''),
    );
    add(suites, [prompt?.suite ?? '']);
    add(prompts, [prompt?.prompt ?? '']);
  }
  const critical = data.cases.filter((entry) => entry.critical).length;
  const none = new Map<string, number>();
  return {
    happened,
    critical,
    tags: tags ?? none,
    metrics: metrics ?? none,
    suites: suites ?? none,
    prompts: prompts ?? none,
  };
}

/** A page that can be asked: `prepare` reads all texts once, the first question does so too. */
export interface Browser {
  prepare(): void;
  /** The places of the cases that a query asks for, in its order. */
  find(query: Query): readonly number[];
}

/** Makes a page's cases searchable. Letters count without regard to case; each word must be found somewhere in a case. */
export function createBrowser(data: PageData): Browser {
  let index: readonly string[] | null = null;
  const texts = () => {
    index ??= data.cases.map((entry) => listTexts(entry).join('\n').toLowerCase());
    return index;
  };
  return {
    prepare: () => void texts(),
    find: (query) => {
      const words = query.text
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '');
      const read = words.length === 0 ? null : texts();
      const found = data.cases.flatMap((entry, place) => {
        const asked = listAsked(data, entry, query.metrics);
        if (!isAsked(data, entry, asked, query)) return [];
        if (read !== null && !words.every((word) => read[place]?.includes(word))) return [];
        return [{ place, entry, drop: Math.max(...asked.map(({ drop }) => drop ?? -2), -3) }];
      });
      return sortFound(found, query.order).map(({ place }) => place);
    },
  };
}

/** What a metric's filter leaves to be said of a case. */
function listAsked(data: PageData, entry: CaseData, metrics: ReadonlySet<string>): readonly MetricData[] {
  if (metrics.size === 0) return entry.metrics;
  const names = data.prompts[entry.of]?.metrics ?? [];
  return entry.metrics.filter(({ at }) => metrics.has(names[at]?.name ?? ''));
}

function isAsked(data: PageData, entry: CaseData, asked: readonly MetricData[], query: Query): boolean {
  const { happened, critical, tags, metrics, suites, prompts } = query;
  const prompt = data.prompts[entry.of];
  return (
    (metrics.size === 0 || asked.length > 0) &&
    (happened.size === 0 || listHappened(entry, asked).some((one) => happened.has(one))) &&
    (!critical || entry.critical === true) &&
    (tags.size === 0 || (entry.tags ?? []).some((tag) => tags.has(tag))) &&
    (suites.size === 0 || suites.has(prompt?.suite ?? '')) &&
    (prompts.size === 0 || prompts.has(prompt?.prompt ?? ''))
  );
}

/** A case is the same where no metric says otherwise; one without a metric is what it is. */
function listHappened(entry: CaseData, asked: readonly MetricData[]): readonly Happened[] {
  if (asked.length === 0) return [happenedOf(entry.label)];
  const all = asked.map(({ label }) => happenedOf(label));
  const told = all.filter((one) => one !== 'same');
  return told.length === 0 ? ['same'] : told;
}

interface FoundCase {
  readonly place: number;
  readonly entry: CaseData;
  readonly drop: number;
}

function sortFound(found: readonly FoundCase[], order: Order): readonly FoundCase[] {
  if (order === 'need') return found;
  const compare = {
    drop: (a: FoundCase, b: FoundCase) => b.drop - a.drop,
    id: (a: FoundCase, b: FoundCase) => collator.compare(a.entry.id, b.entry.id),
    dataset: (a: FoundCase, b: FoundCase) => a.entry.position - b.entry.position,
  }[order];
  return [...found].sort((a, b) => compare(a, b) || a.place - b.place);
}

/** `case-9` before `case-10`. */
const collator = new Intl.Collator('en', { numeric: true });

function listTexts(entry: CaseData): readonly string[] {
  const { id, tags = [], input = '', expected = '', metrics, sides } = entry;
  const reasons = metrics.flatMap((metric) => metric.reasons ?? []).filter((reason) => reason !== null);
  return [id, ...tags, input, expected, ...reasons, ...sides.flatMap((side) => (side === null ? [] : tellSide(side)))];
}

function tellSide({ answer, fault = '' }: SideData): readonly string[] {
  if (answer === undefined) return [fault];
  const { content, calls = '', refusal = '', steps = [] } = answer;
  return [String(content), calls, refusal, ...steps.map((step) => step.content)];
}
