import type { GithubClient } from './client.ts';
import { GithubError } from './github-error.ts';

/** The name under which our token writes. What others wrote is no word of ours, whatever it says. */
export interface Self {
  login(): Promise<string>;
  /** The author GitHub gave to something that this run wrote: the one proof there is. */
  learn(login: string | null): void;
}

const workflowLogin = 'github-actions[bot]';

/** Finds the name out when it is first needed: what was learned, else the one named, else the token's own user; a token that may not ask is the workflow's. */
export function createSelf(client: GithubClient, named: string | null): Self {
  let learned: string | null = null;
  let asked: Promise<string> | null = null;
  return {
    login: async () => {
      if (learned !== null || named !== null) return learned ?? named ?? workflowLogin;
      asked ??= askName(client);
      return asked;
    },
    learn: (login) => {
      learned = login ?? learned;
    },
  };
}

/** True for what an account wrote itself; an App that writes in a user's name is not the user. */
export function isWrittenBy(
  login: string,
  thing: {
    readonly user: { readonly login: string; readonly type: string } | null;
    readonly performed_via_github_app?: object | null | undefined;
  },
): boolean {
  return thing.user?.login === login && (thing.user.type === 'Bot' || !thing.performed_via_github_app);
}

/** GITHUB_TOKEN may not ask who it is (403), and neither may an App's token. */
async function askName(client: GithubClient): Promise<string> {
  const purpose = { action: 'read its own name', permission: 'read:user', thing: 'user' };
  try {
    const { data } = await client.attempt(purpose, ({ rest }) => rest.users.getAuthenticated());
    return data.login;
  } catch (error) {
    if (error instanceof GithubError && (error.status === 403 || error.status === 404)) return workflowLogin;
    throw error;
  }
}
