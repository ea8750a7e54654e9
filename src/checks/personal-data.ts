import { findPersonalData } from '../text/find-personal-data.ts';
import { type PersonalData, personalData as patterns } from '../text/personal-data.ts';
import { count } from '../text/prose.ts';
import type { CheckKind } from './check.ts';
import { found, targetText } from './finding.ts';

type Kind = PersonalData['kind'];

const allKinds = [...new Set(patterns.map(({ kind }) => kind))];

const nouns: Readonly<Record<Kind, readonly [one: string, several: string]>> = {
  key: ['key', 'keys'],
  email: ['e-mail address', 'e-mail addresses'],
  iban: ['IBAN', 'IBANs'],
  card: ['card number', 'card numbers'],
  ip: ['IP address', 'IP addresses'],
  phone: ['phone number', 'phone numbers'],
};

/** The target holds no personal data and no key. The reason names the kinds and never what was found: it is shown to everyone. */
export const personalData: CheckKind = {
  type: 'personal-data',
  properties: {
    kinds: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { enum: allKinds },
      default: allKinds,
      description:
        'What must not be there: keys and tokens, e-mail addresses, IBANs, card numbers (both by their check digits), IP addresses, phone numbers.',
    },
  },
  required: [],
  templates: [],
  dependencies: () => [],
  compile: ({ options }) => ({
    isMetBySilence: true,
    measure: (target) => {
      const kinds = (options.kinds ?? allKinds) as readonly Kind[];
      const all = findPersonalData(targetText(target));
      const counted = kinds.flatMap((kind) => {
        const { length } = all.filter((one) => one.kind === kind);
        return length === 0 ? [] : [count(length, ...nouns[kind])];
      });
      return found(counted.length === 0, counted.length === 0 ? 'holds none' : `holds ${counted.join(', ')}`);
    },
  }),
};
