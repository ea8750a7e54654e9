/** True for a request that asks for a judgement: judges name their form so. */
export function isJudge({ body }) {
  return body.response_format?.json_schema?.name?.endsWith('_judgement') === true;
}

/** A block of a judge's material; null where there is none of that name. */
function readBlock(text, name) {
  return new RegExp(`<${name}-(\\w+)>\\n([\\s\\S]*?)\\n</${name}-\\1>`).exec(text)?.[2] ?? null;
}

/** A stand-in for a judge on a scale from 1 to 5: `rate(input, output)` gives the level and the reason; the output is null where it has no text. */
export function answerJudge(rate) {
  return ({ text }) => {
    const [score, reason] = rate(readBlock(text, 'input'), readBlock(text, 'output'));
    return JSON.stringify({ score, abstain: false, reason });
  };
}
