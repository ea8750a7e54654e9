import type { CheckConfig } from '../config/config.ts';
import { buildProblem, type Problem, UserError } from '../errors.ts';
import type { CheckKind, Rule } from './check.ts';
import { excerpt } from './excerpt.ts';
import { found, targetText } from './finding.ts';

/** Every URL of the target leads to one of the hosts. Without a host it has none. */
export const urls: CheckKind = {
  type: 'urls',
  properties: {
    hosts: {
      type: 'array',
      maxItems: 100,
      items: { type: 'string', minLength: 1, maxLength: 253 },
      description:
        'The hosts that URLs may lead to: `example.com` alone, or `*.example.com` for it and all below it. An empty list allows no URL.',
    },
  },
  required: ['hosts'],
  templates: [],
  dependencies: () => [],
  compile: compileUrls,
};

/** What stands behind a scheme, or begins as browsers and mail programs let it: up to a blank or what closes around it. */
const address =
  /(?:(?<=[a-z\d]):\/\/|(?<=https?):[/\\]*(?=[^\s/\\])|(?<=[("'=])\/\/|(?<![\w.-])(?=www\.))([^\s<>"'`)\]}]+)/giu;

function compileUrls(config: CheckConfig): Rule {
  const problems: Problem[] = [];
  const allowed = (config.options.hosts as readonly string[]).map((written) => {
    const host = readHost(written.replace(/^\*\./, ''));
    if (host === null || /[/:@?#]/.test(written)) {
      const message = `the host ${JSON.stringify(written)} of check "${config.name}" is none.`;
      problems.push(buildProblem(message, 'Write "example.com" or "*.example.com".', config.where));
    }
    return { host, withAllBelow: written.startsWith('*.') };
  });
  if (problems.length > 0) throw new UserError(problems);
  const isAllowed = (found: string | null) =>
    allowed.some(({ host, withAllBelow }) => found === host || (withAllBelow && found?.endsWith(`.${host}`)));
  return {
    isMetBySilence: true,
    measure: (target) => {
      for (const { 1: rest = '' } of targetText(target).matchAll(address)) {
        const host = readHost(rest);
        if (!isAllowed(host)) return found(false, `leads to ${excerpt(host ?? rest)}`);
      }
      return found(true, 'leads nowhere else');
    },
  };
}

/** The host of an address as a browser reads it; null where it reads none. */
function readHost(rest: string): string | null {
  const url = URL.canParse(`https://${rest}`) ? new URL(`https://${rest}`) : null;
  return url?.hostname.replace(/[.,;:!?*_]+$/, '') || null;
}
