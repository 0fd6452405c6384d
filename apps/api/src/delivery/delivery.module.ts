import { Module } from '@nestjs/common';
import { ClockScan } from './clock.scan';
import { Deliveries } from './deliveries';
import { Former } from './former';
import { ItemReader } from './item.reader';
import { LineWriter } from './line.writer';
import { Reminders } from './reminders';
import { Sender } from './sender';
import { Tick } from './tick';

@Module({
  providers: [Deliveries, LineWriter, ItemReader, Reminders, ClockScan, Former, Sender, Tick],
  exports: [Deliveries, LineWriter, Tick],
})
export class DeliveryModule {}
