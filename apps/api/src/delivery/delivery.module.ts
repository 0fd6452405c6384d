import { Module } from '@nestjs/common';
import { CatchUpModule } from '../catch-up/catch-up.module';
import { ClockScan } from './clock.scan';
import { DecisionSource } from './decision.source';
import { Deliveries } from './deliveries';
import { Digest } from './digest';
import { Former } from './former';
import { ItemReader } from './item.reader';
import { LineWriter } from './line.writer';
import { Reminders } from './reminders';
import { Sender } from './sender';
import { Tick } from './tick';

@Module({
  imports: [CatchUpModule],
  providers: [Deliveries, LineWriter, DecisionSource, ItemReader, Reminders, ClockScan, Digest, Former, Sender, Tick],
  exports: [Deliveries, LineWriter, Tick],
})
export class DeliveryModule {}
