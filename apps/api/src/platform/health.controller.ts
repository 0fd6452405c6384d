import { Controller, Get, HttpCode, ServiceUnavailableException } from '@nestjs/common';
import { version } from '@baton/domain';
import { DataSource } from 'typeorm';
import { Settings } from './config/settings';
import { durabilityProblem } from './database/durability';

/** For whoever watches over the process: live says that it answers, ready that it can do its work safely. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  @Get('live')
  @HttpCode(200)
  live() {
    return { status: 'live', version };
  }

  @Get('ready')
  async ready() {
    const problem = await Promise.race([
      durabilityProblem(this.db).catch(() => 'The database does not answer.'),
      new Promise<string>((resolve) => setTimeout(() => resolve('The database does not answer.'), 3_000).unref()),
    ]);
    if (problem && !(this.settings.ALLOW_UNSAFE_DURABILITY && problem.startsWith('This database can lose')))
      throw new ServiceUnavailableException({ status: 'not ready', reason: problem });
    return { status: 'ready', version };
  }
}
