import { Injectable } from '@nestjs/common';
import { type Notice, causeOf, noticesOf } from '@baton/domain';
import type { EntityManager } from 'typeorm';
import type { Event } from '../platform/events/event.entity';
import { type EventReader, Readers } from '../platform/events/readers';
import { DecisionSource } from './decision.source';
import { type Done, doneIn } from './deed.facts';
import { type NewItem, writeItems } from './item.store';

/** Reads the log and writes down who is to be told what. Its cursor and its items are one transaction, so nothing is lost or told twice. */
@Injectable()
export class ItemReader implements EventReader {
  readonly name = 'items';

  constructor(
    private readonly decisions: DecisionSource,
    readers: Readers,
  ) {
    readers.register(this);
  }

  async handle(events: readonly Event[], tx: EntityManager) {
    const found = await doneIn(tx, events);
    const items = found.flatMap(({ event, done }) => noticesOf(done.deed, done.scene).map((notice) => itemOf(event, done, notice)));
    await writeItems(tx, await this.decisions.happened(tx, events));
    // Whoever is asked by a comment is not told besides that it names them.
    const asked = new Set(items.filter(({ cause }) => causeOf(cause).object === 'ask').map(({ personId, seq }) => `${personId} ${seq}`));
    await writeItems(
      tx,
      items.filter(({ cause, personId, seq }) => causeOf(cause).object !== 'comment' || !asked.has(`${personId} ${seq}`)),
    );
  }
}

const itemOf = (event: Event, { scene, key, facts }: Done, { personId, cause, objectId }: Notice): NewItem => ({
  workspaceId: event.workspaceId,
  boardId: event.boardId,
  taskId: scene.taskId,
  personId,
  cause,
  objectId,
  // A mention is told once, however often its comment is edited.
  key: `${key}:${cause}`,
  byId: scene.actorId,
  at: event.at,
  seq: event.seq,
  facts,
});
