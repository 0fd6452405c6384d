import { Module } from '@nestjs/common';
import { UploadModule } from '../upload/upload.module';
import { ImportPeople } from './import.people';
import { ImportResolver } from './import.resolver';
import { ImportService } from './import.service';
import { ImportUndoService } from './import.undo';

@Module({ imports: [UploadModule], providers: [ImportService, ImportUndoService, ImportPeople, ImportResolver], exports: [ImportService] })
export class ImportModule {}
