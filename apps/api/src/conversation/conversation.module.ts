import { Module } from '@nestjs/common';
import { AskService } from './ask.service';
import { CommentService } from './comment.service';
import { DraftService } from './draft.service';
import { ConversationResolver } from './conversation.resolver';
import { TalkController } from './talk.controller';

@Module({
  controllers: [TalkController],
  providers: [AskService, CommentService, DraftService, ConversationResolver],
  exports: [AskService, CommentService],
})
export class ConversationModule {}
