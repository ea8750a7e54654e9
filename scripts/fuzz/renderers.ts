import { pageOf } from '../../__tests__/helpers/page.ts';
import { aHostileReport as fillReport } from '../../__tests__/report/hostile.ts';
import { linkable, listNodes, parseMarkdown } from '../../__tests__/report/markdown-tree.ts';
import {
  aBrokenConfig,
  aFailure,
  aMixedRun,
  anOpenQuestion,
  anOutage,
  aPass,
} from '../../__tests__/report/scenarios.ts';
import { renderLogText } from '../../src/adapters/actions/log.ts';
import { parseJson } from '../../src/json.ts';
import { renderComment, renderSummary } from '../../src/report/comment/markdown.ts';
import { parseRecord } from '../../src/report/comment/marker.ts';
import { renderTerminal } from '../../src/report/console/terminal.ts';
import { findChanges } from '../../src/report/diff/text-diff.ts';
import {
  cutText,
  escapeHtml,
  escapeInline,
  escapeUrl,
  renderCode,
  renderFence,
  renderHtmlCode,
  renderProse,
} from '../../src/report/escape.ts';
import { renderCodeQuality } from '../../src/report/files/gitlab-codequality.ts';
import { renderResultsJson } from '../../src/report/files/json.ts';
import { renderJunit } from '../../src/report/files/junit.ts';
import { renderSarif } from '../../src/report/files/sarif.ts';
import { drawText, mutate } from './grammar.ts';
import { must, type Target } from './target.ts';

/** Nodes of a comment that GitHub would make something of that we never write. */
const strange = new Set([
  'image',
  'imageReference',
  'linkReference',
  'definition',
  'footnoteReference',
  'footnoteDefinition',
  'delete',
  'thematicBreak',
]);
/** Our own HTML, which is less than GitHub's sanitiser lets through. */
const ownHtml =
  /^(<!-- prompt-assay:(comment|record) .* -->\n?|<\/?(details|summary|sub|b|code)>|<br>|<details><summary>(<\/?(b|code)>|[^<>])*<\/summary>|<\/details>\n?)+$/;
/** What hides text, turns it around or steers a terminal; a line feed and a tab are text. */
const steering = /(?![\n\t])\p{Cc}|[\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/u;
const options = { commentKey: 'prompt-assay.yml', record: { verdict: 'fail' } };

/** Its title is a sentence of ours, whatever is in it. */
const aHostileReport = (text: string) => ({ ...fillReport(text), title: `Regression proven in ${text}` });

/** A report holds the text in about sixty places: a long one would measure how long a page is, and not what is in it. */
const mostCharacters = 2000;

const make: Target['make'] = (draw) => {
  const text = drawText(draw) + (draw.isOnce(3) ? `\n${drawText(draw)}` : '');
  return mutate(draw, text).slice(0, mostCharacters);
};

/** `places` is where links may lead; a heading of ours is the first thing that is seen. */
function checkMarkdown(body: string, places: readonly string[], headings: number): void {
  const nodes = listNodes(parseMarkdown(body));
  must(nodes.filter(({ type }) => type === 'heading').length === headings, 'no heading but our own');
  for (const { type, url = '', value = '' } of nodes) {
    must(!strange.has(type), `a comment has no ${type}`);
    if (type === 'link')
      must(
        places.some((place) => url.startsWith(place)),
        'a comment links places of its own',
      );
    if (type === 'html') must(ownHtml.test(value), `HTML is our own: ${value.slice(0, 80)}`);
    if (type === 'text') must(!linkable.test(value), `no text is linked: ${value.slice(0, 80)}`);
  }
}

/** Tags of a page with the names of their attributes. */
function listTags(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/<[^>]*>?/g)].map(([tag]) => tag.replace(/="[^"]*"/g, '')));
}

const plainTags = new Set(
  [aHostileReport('a `b` c'), aFailure(), aMixedRun(), anOpenQuestion(), anOutage(), aBrokenConfig(), aPass()].flatMap(
    (report) => [...listTags(pageOf(report))],
  ),
);

/** A document of elements with quoted attributes, in which nothing is left open. */
function checkXml(xml: string): void {
  const open: string[] = [];
  const pieces =
    /<\?xml version="1\.0" encoding="UTF-8"\?>|<(\/?)([a-z-]+)((?: [a-z]+="(?:[^<>&"]|&[#\w]+;)*")*)(\/?)>|(?:[^<>&]|&[#\w]+;)+/gy;
  let end = 0;
  for (const { 0: piece, 1: closing, 2: name = '', 4: empty } of xml.matchAll(pieces)) {
    end += piece.length;
    if (name === '') continue;
    if (closing === '/') must(open.pop() === name, 'elements end as they began');
    else if (empty !== '/') open.push(name);
  }
  must(end === xml.length && open.length === 0, `XML is well-formed up to ${end}`);
  must(!steering.test(xml) && !/[\uFFFE\uFFFF]/.test(xml), 'XML has no forbidden character and none that steers');
}

/** What renders foreign text for GitHub, a browser, a test report, a log or a terminal. */
export const renderers: readonly Target[] = [
  {
    name: 'escaped text',
    seldom: 10,
    make,
    check: (text) => {
      const body = [
        `- ${escapeInline(text)} x`,
        `${renderProse(text)} y`,
        `| a | b |\n| - | - |\n| ${escapeInline(text)} | z |`,
        `<details><summary>${escapeHtml(text)} ${renderHtmlCode(text)}</summary>\n\n${renderFence(text, 'text')}\n\n</details>`,
        `w ${renderCode(text)}`,
      ].join('\n\n');
      checkMarkdown(body, [], 0);
      const nodes = listNodes(parseMarkdown(body));
      must(
        nodes.filter(({ type }) => type === 'tableRow').length === 2 &&
          nodes.filter(({ type }) => type === 'tableCell').length === 4,
        'a cell stays one cell',
      );
      must(nodes.filter(({ type }) => type === 'code').length === 1, 'a fence stays one fence');
      must(cutText(text, 9).length <= 9, 'a text is cut');
      const url = escapeUrl(text);
      must(url === null || /^https?:/.test(url), 'an address is one of the web');
    },
  },
  {
    name: 'comment',
    seldom: 40,
    make,
    check: (text) => {
      const report = aHostileReport(text);
      const body = renderComment(report, options);
      must(body.length <= 65_000, 'a comment is short enough');
      const { url, docsUrl } = report.github ?? {};
      const places = [report.runUrl, url, docsUrl].filter((place) => place != null && place !== '');
      checkMarkdown(body, places as readonly string[], 1);
      must(JSON.stringify(parseRecord(body)) === '{"verdict":"fail"}', 'the record is ours');
      must((body.match(/<!--\s*prompt-assay:/g) ?? []).length === 2, 'no marker but our own');
      const count = (tag: string) =>
        listNodes(parseMarkdown(body)).reduce(
          (sum, { type, value = '' }) => sum + (type === 'html' ? value.split(tag).length - 1 : 0),
          0,
        );
      must(count('<details>') === count('</details>'), 'every fold is closed');
      must(Buffer.byteLength(renderSummary(report)) <= 900 * 1024, 'a summary is short enough');
    },
  },
  {
    name: 'page',
    seldom: 40,
    make,
    check: (text) => {
      for (const tag of listTags(pageOf(aHostileReport(text))))
        must(plainTags.has(tag), `a page has no ${tag.slice(0, 60)}`);
    },
  },
  { name: 'JUnit', seldom: 40, make, check: (text) => checkXml(renderJunit(aHostileReport(text))) },
  {
    name: 'results',
    seldom: 40,
    make,
    check: (text) => {
      for (const render of [renderResultsJson, renderCodeQuality, renderSarif]) {
        const json = render(aHostileReport(text));
        must(parseJson(json) !== undefined && !steering.test(json), 'results are JSON without what steers');
      }
    },
  },
  {
    name: 'terminal',
    seldom: 40,
    make,
    check: (text) => {
      must(
        !steering.test(renderTerminal(aHostileReport(text), { columns: 80, colour: false, links: false })),
        'nothing steers a terminal',
      );
    },
  },
  {
    name: 'log',
    make: (draw) => mutate(draw, drawText(draw, ['::set-output name=a::b', '##[error]', '::', '\r', '\n', ' ::'])),
    check: (text) => {
      const shown = renderLogText(text);
      must(
        !/^\s*::/m.test(shown) && !shown.includes('##[') && !/(?![\n\t])\p{Cc}/u.test(shown),
        'no line of a log is a command',
      );
    },
  },
  {
    name: 'word diff',
    make: (draw) => `${make(draw)}\u0001${make(draw)}`,
    check: (text) => {
      const [before = '', after = ''] = text.split('\u0001');
      const [left, right] = findChanges(before, after);
      must(left.length === right.length, 'each side has as many changes');
      const drop = (line: string, spans: readonly (readonly [number, number])[]) =>
        spans.reduceRight((rest, [from, to]) => rest.slice(0, from) + rest.slice(to), line);
      must(drop(before, left) === drop(after, right), 'what is not marked is equal');
    },
  },
];
