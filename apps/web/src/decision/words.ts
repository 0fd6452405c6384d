import type { DecisionMode, DecisionState, DecisionStep, Reversibility, StanceKind } from '@baton/domain';

export const modeWords: Record<DecisionMode, { name: string; hint: string }> = {
  record: { name: 'Record', hint: 'It is decided already: who, when and why.' },
  advice: { name: 'Advice', hint: 'One person decides, after everybody named had time to say what they think.' },
  lazy: { name: 'Unless somebody objects', hint: 'It passes when everybody had time to hear it, and nobody objected.' },
  consent: { name: 'Consent', hint: 'It passes when none of at most seven named people objects.' },
};
export const reversibilityWords: Record<Reversibility, string> = {
  easy: 'easy to undo',
  costly: 'costly to undo',
  'one way': 'cannot be undone',
};
export const stanceWords: Record<StanceKind, { verb: string; said: string }> = {
  agree: { verb: 'Agree', said: 'agrees' },
  concern: { verb: 'Agree with a concern', said: 'agrees with a concern' },
  object: { verb: 'Object', said: 'objects' },
  abstain: { verb: 'Abstain', said: 'abstains' },
  'need information': { verb: 'I need to know more', said: 'needs to know more' },
};
export const stateWords: Record<DecisionState, string> = {
  draft: 'Draft',
  open: 'Open for input',
  awaiting: 'Waits for its decider',
  contested: 'Objected to',
  decided: 'In force',
  adopted: 'In force',
  withdrawn: 'Withdrawn',
  superseded: 'Superseded',
  retired: 'No longer holds',
};
export const stepVerbs: Record<DecisionStep, string> = {
  edit: 'Change it',
  open: 'Open for input',
  record: 'Put on record',
  stance: 'Say what you think',
  inform: 'Answer what they need to know',
  invite: 'Ask somebody else too',
  'replace decider': 'Another decider',
  decide: 'Decide',
  convert: 'Let one person decide',
  withdraw: 'Withdraw',
  uphold: 'Still right',
  retire: 'It no longer holds',
  trigger: 'Report what would change it',
  erratum: 'Add an erratum',
  correct: 'Correct the record',
  dissent: 'Note that you disagree',
  redact: 'Take a text out',
  link: 'Link tasks',
};
