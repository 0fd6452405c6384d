import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import express from 'express';
import { ConversationModule } from '../conversation/conversation.module';
import { Addresses } from './addresses';
import { AnswerService } from './answer.service';
import { LinksController } from './links.controller';
import { MailChannel } from './mail.channel';
import { MailResolver } from './mail.resolver';
import { Outbox } from './outbox.service';
import { ReachService } from './reach.service';
import { MailTransport } from './transport';

@Module({
  imports: [ConversationModule],
  controllers: [LinksController],
  providers: [Addresses, AnswerService, MailChannel, MailResolver, MailTransport, Outbox, ReachService],
  exports: [ReachService],
})
export class MailModule implements NestModule {
  /** The forms of the small pages; nothing else of Baton reads this kind of body. */
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 20 })).forRoutes(LinksController);
  }
}
