import { Module } from '@nestjs/common';
import { AskService } from './ask.service';
import { CommentService } from './comment.service';
import { ConversationResolver } from './conversation.resolver';
import { TalkController } from './talk.controller';

@Module({
  controllers: [TalkController],
  providers: [AskService, CommentService, ConversationResolver],
  exports: [AskService, CommentService],
})
export class ConversationModule {}
