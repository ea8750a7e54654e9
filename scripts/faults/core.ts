import { thisJob } from './job.ts';

// Stands in for @actions/core, which speaks to the one job of its process.
const say = (text: string) => void thisJob().lines.push(text);

export const info = say;
export const startGroup = say;
export const warning = (text: string) => say(`warning: ${text}`);
export const error = (text: string, { file }: { readonly file: string }) => say(`error in ${file}: ${text}`);
export const endGroup = () => {};
export const setSecret = () => {};
export const setOutput = (name: string, value: string) => {
  thisJob().outputs[name] = value;
};
export const setFailed = (text: string) => {
  say(`error: ${text}`);
  thisJob().failures.push(text);
};
