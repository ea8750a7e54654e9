import { buildAction } from '../../scripts/build-action.mjs';

/** Jest's global setup: the tests that run the built action run what today's sources build. */
export default async function buildOnce() {
  process.env.PROMPT_ASSAY_BUILT = await buildAction();
}
