/** How many brackets a JSON text has, how deep they go, and whether some are still open at its end; measured before anything is parsed. */
export function shapeOf(text: string): { brackets: number; deepest: number; open: boolean } {
  let [brackets, depth, deepest, inString] = [0, 0, 0, false];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      brackets++;
      deepest = Math.max(deepest, ++depth);
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return { brackets, deepest, open: depth > 0 || inString };
}
