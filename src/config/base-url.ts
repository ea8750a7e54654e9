/** Where requests go when nobody names an endpoint. */
export const defaultBaseUrl = 'https://api.openai.com/v1';

/** How a base URL should look. */
export const baseUrlHint = 'Write a URL like https://host/v1.';

/** What is wrong with a base URL, or null. The text itself stays unsaid: people paste keys into URLs. */
export function findBaseUrlFault(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return 'is not a URL';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'is neither an http nor an https URL';
  if (url.username !== '' || url.password !== '') return 'holds a user name or password';
  if (/[?&]api-version=/.test(url.search)) return 'has a query: "api-version" is a key of its own, below "model"';
  // An empty query or fragment is in the text alone.
  if (/[?#]/.test(text)) return 'has a query or a fragment';
  return findPathFault(url.pathname);
}

/** What calls add to a base URL, and what is in it twice. */
function findPathFault(path: string): string | null {
  // Azure has a base that ends in "/models".
  const call = /\/(?:chat\/completions|completions|responses|embeddings|messages|(?<=\/v\d\/)models)\/*$/.exec(path);
  if (call !== null) return `ends in "${call[0].replace(/\/+$/, '')}", which is added to it`;
  if (path.includes('/chat/completions')) return 'holds "/chat/completions", which is added to it';
  const doubled = /((?:\/[^/]+)*?(\/v\d[\w.-]{0,9})(?:\/[^/]+)*?)\1(?:\/|$)/.exec(path);
  return doubled === null ? null : `holds "${doubled[2]}" twice`;
}

/** True where requests know where to go without a config: the caller says it, or the environment names this machine. */
export function namesEndpoint(input: string | null, environment: string | undefined): boolean {
  const url = environment !== undefined && URL.canParse(environment) ? new URL(environment) : null;
  return input !== null || (url !== null && isLoopback(url));
}

/** True for addresses of this machine: localhost, *.localhost, 127.0.0.0/8 and ::1. */
export function isLoopback({ hostname }: URL): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}
