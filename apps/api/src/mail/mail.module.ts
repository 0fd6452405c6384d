import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import express from 'express';
import { ConversationModule } from '../conversation/conversation.module';
import { DeliveryModule } from '../delivery/delivery.module';
import { TaskModule } from '../task/task.module';
import { Addresses } from './addresses';
import { AnswerService } from './answer.service';
import { MailArrivals } from './inbound/arrivals.service';
import { AwayService } from './inbound/away.service';
import { MailFetcher } from './inbound/fetcher';
import { MailFiles } from './inbound/files.service';
import { InboxService } from './inbound/inbox.service';
import { IntakeService } from './inbound/intake.service';
import { MailListener } from './inbound/listener';
import { NoticeService } from './inbound/notice.service';
import { ReplyService } from './inbound/reply.service';
import { LinksController } from './links.controller';
import { MailChannel } from './mail.channel';
import { MailResolver } from './mail.resolver';
import { Outbox } from './outbox.service';
import { ReachService } from './reach.service';
import { MailTransport } from './transport';

@Module({
  imports: [ConversationModule, DeliveryModule, TaskModule],
  controllers: [LinksController],
  providers: [
    Addresses,
    AnswerService,
    AwayService,
    InboxService,
    IntakeService,
    MailArrivals,
    MailChannel,
    MailFiles,
    MailFetcher,
    MailListener,
    MailResolver,
    MailTransport,
    NoticeService,
    Outbox,
    ReachService,
    ReplyService,
  ],
  exports: [Addresses, MailChannel, ReachService],
})
export class MailModule implements NestModule {
  /** The forms of the small pages; nothing else of Baton reads this kind of body. */
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 20 })).forRoutes(LinksController);
  }
}
