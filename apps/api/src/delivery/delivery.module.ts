import { Module } from '@nestjs/common';
import { CatchUpModule } from '../catch-up/catch-up.module';
import { CheckInSource } from './check-in.source';
import { ClockScan } from './clock.scan';
import { DecisionSource } from './decision.source';
import { Deliveries } from './deliveries';
import { DeliveryResolver } from './delivery.resolver';
import { DeliveryService } from './delivery.service';
import { Digest } from './digest';
import { Former } from './former';
import { ItemReader } from './item.reader';
import { LineWriter } from './line.writer';
import { ReminderService } from './reminder.service';
import { Reminders } from './reminders';
import { ReportController } from './report.controller';
import { Sender } from './sender';
import { Tick } from './tick';
import { UrgentService } from './urgent.service';

@Module({
  imports: [CatchUpModule],
  controllers: [ReportController],
  providers: [
    Deliveries,
    LineWriter,
    DecisionSource,
    CheckInSource,
    ItemReader,
    Reminders,
    ClockScan,
    Digest,
    Former,
    Sender,
    Tick,
    DeliveryService,
    ReminderService,
    UrgentService,
    DeliveryResolver,
  ],
  exports: [Deliveries, LineWriter, Tick],
})
export class DeliveryModule {}
