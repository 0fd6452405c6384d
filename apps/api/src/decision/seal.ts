import { createHash } from 'node:crypto';
import { type Decision, afterwordOf, canonicalJson, decisionName, digested, isInForce, recordOf } from '@baton/domain';
import type { EntityManager } from 'typeorm';
import { select } from '../platform/database/database';
import type { Sql } from '../platform/sql';
import { decisionsWhere } from './decision.store';

/** What the first link of a board's chain follows. */
export const beginning = 'baton';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
/** How a text stands in a record. */
export const textDigest = (text: string) => `sha256:${sha256(text)}`;

interface Link {
  n: number;
  decision_id: string;
  part: number;
  previous: string;
  hash: string;
}

/** What a link seals: the record (part 0), or what was added afterwards. Texts stand as digests, those of removed ones as kept. */
function contentOf(decision: Decision, part: number): string {
  const removed = new Map(
    decision.afterwards.flatMap(({ kind, path, digest }) => (kind === 'redaction' && path && digest ? [[path, digest]] : [])),
  );
  const afterword = decision.afterwards[part - 1];
  const value = part === 0 ? recordOf(decision) : afterword ? afterwordOf(decision, part, afterword) : null;
  return canonicalJson(digested(value, textDigest, part === 0 ? removed : new Map<string, string>()));
}
const hashOf = (previous: string, content: string) => sha256(`${previous}\n${content}`);

/** Adds the parts of a decision that have no link yet to its board's chain; the board's lock keeps the order. */
export async function seal(tx: EntityManager, decision: Decision, now: Date) {
  const [known] = await select<{ parts: number }>(tx, 'select count(*)::int as parts from decision_seal where decision_id = $1', [
    decision.id,
  ]);
  const [chain] = await select<{ n: number; hash: string }>(tx, 'select n, hash from decision_chain where board_id = $1', [
    decision.boardId,
  ]);
  let { n, hash: previous } = chain ?? { n: 0, hash: beginning };
  for (let part = known?.parts ?? 0; part <= decision.afterwards.length; part++) {
    const hash = hashOf(previous, contentOf(decision, part));
    n += 1;
    await tx.query(
      'insert into decision_seal (board_id, n, workspace_id, decision_id, part, previous, hash, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [decision.boardId, n, decision.workspaceId, decision.id, part, previous, hash, now],
    );
    previous = hash;
  }
  await tx.query(
    `insert into decision_chain (board_id, workspace_id, n, hash) values ($1, $2, $3, $4)
     on conflict (board_id) do update set n = $3, hash = $4`,
    [decision.boardId, decision.workspaceId, n, previous],
  );
}

/** What a check of a board's chain found. */
export interface Verdict {
  boardId: string;
  boardKey: string;
  decisions: number;
  links: number;
  /** The last hash: written down elsewhere, it proves the whole chain. */
  head: string;
  faults: string[];
}

/** What the columns outside the record must say, given the record and what was added. */
function stateFaults(decision: Decision): string[] {
  const name = decisionName(decision.number);
  const last = (kind: string) => decision.afterwards.findLast((afterword) => afterword.kind === kind);
  const expected = last('superseded') ? 'superseded' : last('retired') ? 'retired' : decision.outcome?.as;
  const reviewOn = decision.afterwards.findLast(({ kind }) => kind === 'upheld')?.reviewOn ?? decision.outcome?.reviewOn ?? null;
  const supersededById = last('superseded')?.decisionId ?? null;
  return [
    ...(decision.state !== expected ? [`${name}: its state is "${decision.state}", and its record says "${expected ?? 'nothing'}".`] : []),
    ...(decision.reviewOn !== (last('upheld') ? (last('upheld')?.reviewOn ?? null) : reviewOn)
      ? [`${name}: its review day was changed.`]
      : []),
    ...(decision.supersededById !== supersededById ? [`${name}: what supersedes it was changed.`] : []),
  ];
}

/** Computes every hash of a board's chain anew from the rows as they are, and names what does not fit. */
export async function verifyBoard(sql: Sql, board: { id: string; key: string }): Promise<Verdict> {
  const decisions = await decisionsWhere(sql, 'd.board_id = $1', [board.id], 'd.number');
  const links = await select<Link>(sql, 'select n, decision_id, part, previous, hash from decision_seal where board_id = $1 order by n', [
    board.id,
  ]);
  const [chain] = await select<{ n: number; hash: string }>(sql, 'select n, hash from decision_chain where board_id = $1', [board.id]);
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const faults: string[] = [];
  let previous = beginning;
  for (const [i, link] of links.entries()) {
    const decision = byId.get(link.decision_id);
    const what = decision ? `${decisionName(decision.number)}${link.part === 0 ? '' : `, addition ${link.part}`}` : `link ${link.n}`;
    if (link.n !== i + 1) faults.push(`${what}: a link of the chain before it is missing.`);
    if (link.previous !== previous) faults.push(`${what}: it does not follow the link before it.`);
    if (!decision) faults.push(`${what}: its decision is missing.`);
    else if (hashOf(link.previous, contentOf(decision, link.part)) !== link.hash)
      faults.push(`${what}: it was changed after it was sealed.`);
    previous = link.hash;
  }
  const sealedParts = new Set(links.map((link) => `${link.decision_id} ${link.part}`));
  for (const decision of decisions) {
    const name = decisionName(decision.number);
    const sealed = sealedParts.has(`${decision.id} 0`);
    const expects = isInForce(decision.state) || ['superseded', 'retired'].includes(decision.state);
    if (expects && !sealed) faults.push(`${name}: it is in force without a seal.`);
    if (!sealed) continue;
    for (const [i] of decision.afterwards.entries())
      if (!sealedParts.has(`${decision.id} ${i + 1}`)) faults.push(`${name}, addition ${i + 1}: it has no seal.`);
    faults.push(...stateFaults(decision));
  }
  for (const [i, { number }] of decisions.entries())
    if (number !== i + 1 && decisions[i - 1]?.number === i) faults.push(`${decisionName(i + 1)}: it is missing.`);
  if ((chain?.n ?? 0) !== links.length || (chain?.hash ?? beginning) !== previous) faults.push('The end of the chain is missing.');
  return { boardId: board.id, boardKey: board.key, decisions: decisions.length, links: links.length, head: previous, faults };
}
