/** The version of Prompt Assay; a test holds it to package.json's. */
export const toolVersion = '0.1.0';

/**
 * Raised whenever an output's score or a row's request may change between versions of Prompt Assay. It is part of every metric's hash and of every
 * content key, so that what was scored or asked by other rules is scored anew or not compared. What a judge is, and so its calibration, it does
 * not touch: the words of a judge have a version of their own.
 */
export const scoringRevision = 4;
