/** The page of a report: its path as the user can open it, and its address. */
export interface PageLink {
  readonly path: string;
  readonly address: string;
}
