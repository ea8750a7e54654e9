/** What every comment has on its first screen, beside what a scenario names. */
export const onEveryScreen = ['Prompt Assay', 'Next:'];

/** In the page: which texts nobody sees without scrolling, down or in a table. A text may go over several elements and lines. */
export function listUnseen(texts) {
  const nodes = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const whole = nodes.map(({ data }) => data).join('');

  const locate = (offset) => {
    let rest = offset;
    for (const node of nodes) {
      if (rest < node.length) return [node, rest];
      rest -= node.length;
    }
  };
  const isInside = (rect, frame) =>
    rect.left >= frame.left - 1 &&
    rect.right <= frame.right + 1 &&
    rect.top >= frame.top - 1 &&
    rect.bottom <= frame.bottom + 1;
  const isSeen = (start, length) => {
    const range = document.createRange();
    range.setStart(...locate(start));
    const [node, offset] = locate(start + length - 1);
    range.setEnd(node, offset + 1);
    const frames = [{ left: 0, top: 0, right: innerWidth, bottom: innerHeight }];
    for (let element = range.startContainer.parentElement; element !== null; element = element.parentElement) {
      if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX)) {
        frames.push({ ...element.getBoundingClientRect().toJSON(), top: -Infinity, bottom: Infinity });
      }
    }
    const rects = [...range.getClientRects()];
    return rects.length > 0 && rects.every((rect) => frames.every((frame) => isInside(rect, frame)));
  };

  return texts.filter((text) => {
    for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
      if (isSeen(at, text.length)) return false;
    }
    return true;
  });
}
