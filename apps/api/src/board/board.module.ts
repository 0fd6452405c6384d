import { Global, Module } from '@nestjs/common';
import { BoardResolver, ColumnResolver, LabelResolver } from './board.resolver';
import { BoardService } from './board.service';
import { ColumnService } from './column.service';
import { Commands } from './command';
import { LabelService } from './label.service';

@Global()
@Module({
  providers: [Commands, BoardService, ColumnService, LabelService, BoardResolver, ColumnResolver, LabelResolver],
  exports: [Commands, BoardService],
})
export class BoardModule {}
