/** Somebody waits for somebody. */
export interface WaitsFor {
  fromId: string;
  toId: string;
}

/** People who wait for each other in a ring, from the one who waits to the one who closes it; the shortest one. Null when nobody waits back. */
export function circleOf(edge: WaitsFor, all: readonly WaitsFor[]): string[] | null {
  const open: string[][] = [[edge.toId]];
  const seen = new Set([edge.toId]);
  for (let path = open.shift(); path; path = open.shift()) {
    const last = path.at(-1);
    for (const { fromId, toId } of all) {
      if (fromId !== last) continue;
      if (toId === edge.fromId) return [edge.fromId, ...path];
      if (seen.has(toId)) continue;
      seen.add(toId);
      open.push([...path, toId]);
    }
  }
  return null;
}
