import { type Afterword, type Decision, Refusal, limits, withoutText } from '@baton/domain';
import { requireText } from '../platform/text';
import type { StepEffect, StepScene } from './decision.steps';
import { textDigest } from './seal';

/** Takes one text out of a record; its digest stays, so that the record still verifies, with who, when and why (D8). */
export function redact(
  decision: Decision,
  scene: StepScene,
  afterword: (scene: StepScene, kind: Afterword['kind'], text: string, more: Partial<Afterword>) => Afterword,
): StepEffect {
  const why = requireText(scene.input.text ?? '', 'why it is taken out', limits.reason);
  const path = scene.input.path ?? '';
  const without = withoutText(decision, path);
  if (!without) throw new Refusal('BAD_INPUT', { field: 'path', reason: 'Choose a text of the record that is still there.' });
  const entry = afterword(scene, 'redaction', why, { path, digest: textDigest(without.removed) });
  return { decision: { ...without.decision, afterwards: [...decision.afterwards, entry] }, kind: 'decision.noted' };
}
