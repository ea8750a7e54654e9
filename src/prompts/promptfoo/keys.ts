import type { ListedPrompt } from './prompts.ts';
import type { Provider } from './providers.ts';

/** One prompt for one model. */
export interface NamedPrompt {
  /** Its name in the config: `label`, or `label (provider)` where there are several providers; null where it is the only one. */
  readonly key: string | null;
  readonly prompt: ListedPrompt;
  readonly provider: Provider;
}

const maxLength = 80;

/** Combines prompts and providers, each under a name of its own. A provider may answer some of the prompts alone. */
export function namePrompts(listed: readonly ListedPrompt[], providers: readonly Provider[]): readonly NamedPrompt[] {
  const pairs = listed.flatMap((prompt) =>
    providers
      .filter(
        ({ prompts }) => prompts === null || prompts.some((name) => [prompt.label, ...prompt.names].includes(name)),
      )
      .map((provider) => ({ prompt, provider })),
  );
  if (pairs.length === 1) return pairs.map((pair) => ({ ...pair, key: null }));
  const taken = new Map<string, number>();
  return pairs.map(({ prompt, provider }) => {
    const label = providers.length === 1 ? prompt.label : `${prompt.label} (${provider.label})`;
    const name = writeKey(label);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return { key: count === 1 ? name : `${name} ${count}`, prompt, provider };
  });
}

/** A label as a config can name it behind a `#`. */
function writeKey(label: string): string {
  const plain = label.replace(/[#/\\\p{Cc}\s]+/gu, (found) => (/\S/.test(found) ? '-' : ' ')).trim();
  return [...plain.replace(/^\.+/, '')].slice(0, maxLength).join('') || 'prompt';
}
