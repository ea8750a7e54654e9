/** The most requests one token may make in a run: GITHUB_TOKEN has 1,000 an hour for all workflows of a repository. */
export const maxRequests = 300;

/** Requests that reading leaves to publishing: what was paid for shall be seen. */
export const keptForPublishing = 40;
