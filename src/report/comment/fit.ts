/** One way to render a section; the higher `keep`, the later the section is cut down from here. */
export interface Step {
  readonly keep: number;
  readonly render: () => string;
}

/** A part of a report with its renderings from longest to shortest. After the last step comes nothing, unless `fixed`. */
export interface Section {
  /** How the notice calls it when something of it was cut. */
  readonly name: string;
  readonly steps: readonly Step[];
  readonly fixed?: boolean;
}

/** What fits, in order, and the names of the sections that were cut down. */
export interface Fitted {
  readonly texts: readonly string[];
  readonly cut: readonly string[];
}

/** A section that is one text which stays or goes as a whole; an empty text is no section. */
export function wholeSection(name: string, keep: number, text: string): Section {
  return { name, steps: [{ keep, render: () => text }] };
}

/** Cuts sections down, the least important first, until the texts joined by `separatorLength` are at most `limit` long. Order stays. */
export function fitSections(
  sections: readonly Section[],
  limit: number,
  measure: (text: string) => number,
  separatorLength: number,
): Fitted {
  const states = sections.map((section) => ({ section, step: 0, text: section.steps[0]?.render() ?? '' }));
  const total = () => states.reduce((sum, { text }) => sum + (text === '' ? 0 : measure(text) + separatorLength), 0);
  while (total() > limit) {
    const cuttable = states.filter(
      ({ section, step }) => step + (section.fixed === true ? 1 : 0) < section.steps.length,
    );
    const least = cuttable.sort((a, b) => keepOf(a) - keepOf(b))[0];
    if (least === undefined) break;
    least.step += 1;
    least.text = least.section.steps[least.step]?.render() ?? '';
  }
  const cut = states.filter(({ step }) => step > 0).map(({ section }) => section.name);
  return { texts: states.map(({ text }) => text).filter((text) => text !== ''), cut };
}

function keepOf(state: { readonly section: Section; readonly step: number }): number {
  return state.section.steps[state.step]?.keep ?? Number.POSITIVE_INFINITY;
}
