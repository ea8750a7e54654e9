import { buildProblem, type Problem, UserError } from '../errors.ts';
import type { ModelResult } from '../ports.ts';
import { buildPlaces } from '../text/places.ts';
import { breaksOff, quoteName, throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { elementsOf, readXml, type XmlElement, XmlFault } from '../text/xml.ts';
import { buildOutput } from './answer.ts';
import { unsaid } from './document.ts';
import { answered, failed } from './result.ts';
import type { OutputSource, Supplied, SuppliedOutput } from './supplied.ts';

/** Longer reports take more memory than a runner has to spare. */
const maxLength = 20_000_000;

/** A JUnit report: a test is a case, and whether it passed is its score `passed`. */
export const junit: OutputSource = {
  name: 'JUnit XML',
  recognise: ({ text }) =>
    /^\s*(?:<\?xml|<!--|<testsuite)/.test(text) && /<testsuites?[\s/>]/.test(text.slice(0, 10_000)),
  read: readReport,
};

function readReport(file: SourceFile): Supplied {
  const at = buildPlaces(file);
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const outputs: SuppliedOutput[] = [];
  for (const test of listTests(openReport(file))) {
    const where = at(test.start);
    if (breaksOff(problems, where)) break;
    const id = nameCase(test);
    const [skipped] = elementsOf(test, 'skipped', 'disabled');
    if (id === '')
      problems.push(buildProblem('is a test without a name.', 'Name it as the row that it answers.', where));
    else if (skipped === undefined) outputs.push({ ...unsaid, case: id, result: readResult(test), line: where.line });
    else
      warnings.push(
        buildProblem(`${quoteName(id)} was skipped and has no output.`, 'Run it, or take its row out.', where),
      );
  }
  throwProblems(problems);
  return { outputs, warnings };
}

function openReport(file: SourceFile): XmlElement {
  const whole = { path: file.path, line: null, column: null };
  if (file.text.length > maxLength) {
    const message = `is ${file.text.length} characters long; at most ${maxLength} of XML can be read.`;
    throw UserError.of(message, 'Keep what tests print out of the report.', whole);
  }
  try {
    return readXml(file.text);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    const where = { ...whole, line: error.line, column: error.column };
    throw UserError.of(error.message, 'Write the report again: it may have been cut off.', where, { cause: error });
  }
}

/** Every test below an element, in the order of the report. */
function* listTests(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    if (child.name === 'testcase') yield child;
    else yield* listTests(child);
  }
}

/** The property `case`, or the class and the name as most tools print them; some write both into each. */
function nameCase(test: XmlElement): string {
  const { classname = '', name = '' } = test.attributes;
  if (classname === '' || name === '' || classname === name) return propertyOf(test, 'case') ?? name;
  return propertyOf(test, 'case') ?? `${classname}.${name}`;
}

/** A test that passed only when it was tried again has failed: the first answer stands. */
function readResult(test: XmlElement): ModelResult {
  const latencyMs = readTime(test.attributes.time);
  const [error] = elementsOf(test, 'error', 'flakyError');
  if (error !== undefined) return failed(sayWhy(error), latencyMs);
  const [failure] = elementsOf(test, 'failure', 'flakyFailure');
  const scores = { passed: failure === undefined ? 1 : 0 };
  return answered(buildOutput({ content: findContent(test, failure), scores }), { latencyMs });
}

/** What the test recorded as the answer, or printed; of one that did neither what became of it. */
function findContent(test: XmlElement, failure: XmlElement | undefined): string {
  const recorded = propertyOf(test, 'output');
  if (recorded !== null) return recorded;
  const printed = elementsOf(test, 'system-out')
    .map(({ text }) => text.trim())
    .join('\n');
  if (printed !== '') return printed;
  return failure === undefined ? 'passed' : `failed: ${sayWhy(failure)}`;
}

function sayWhy({ attributes, text }: XmlElement): string {
  return attributes.message || text.trim() || attributes.type || 'no reason is given';
}

function propertyOf(test: XmlElement, name: string): string | null {
  const properties = elementsOf(test, 'properties').flatMap((list) => elementsOf(list, 'property'));
  const found = properties.find((property) => property.attributes.name === name);
  return found === undefined ? null : (found.attributes.value ?? found.text);
}

/** Seconds, in some tools with commas between the thousands, as milliseconds. */
function readTime(text = ''): number {
  const seconds = Number(text.replaceAll(',', ''));
  return Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) : 0;
}
