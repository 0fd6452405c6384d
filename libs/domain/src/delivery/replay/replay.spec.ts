import { measureReplay } from './measure';

describe.each([2026, 1, 2, 3])('the replay of four weeks, seed %s', (seed) => {
  const result = measureReplay(seed);
  const ours = result.rows.at(-1);

  it('sends each person at most two messages on a usual day and five on a busy one, none outside their hours', () => {
    expect(ours?.outside).toBe(0);
    expect(ours?.median).toBeLessThanOrEqual(2);
    expect(ours?.p95).toBeLessThanOrEqual(5);
  });

  it('tells every duty in the first slot after it arose, nothing twice, nothing in focus, and loses nothing', () => {
    expect(result.promises).toMatchObject({ inFocus: 0, twice: 0, lost: 0, recall: 1 });
    expect(result.promises.duties).toBeGreaterThan(150);
  });

  it('leaves at most fifteen lines that must be read after three days off', () => {
    expect(result.returns.absences).toBeGreaterThanOrEqual(30);
    expect(result.returns.mustReadP90).toBeLessThanOrEqual(15);
  });

  it('is quieter than every other policy', () => {
    for (const other of result.rows.slice(0, -1)) expect(other.mean).toBeGreaterThan(3 * (ours?.mean ?? 0));
  });
});
