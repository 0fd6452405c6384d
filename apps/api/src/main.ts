import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import { AppModule } from './app.module';

async function bootstrap() {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new Error('DATABASE_URL is not set (npm start sets it)');
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot({ databaseUrl }), { logger: ['error', 'warn'] });
  app.set('trust proxy', 1);
  app.use(cookieParser());
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }));
  app.enableShutdownHooks();

  const web = process.env.WEB_DIR;
  if (web && existsSync(web)) {
    app.useStaticAssets(join(web, 'assets'), { prefix: '/assets/', immutable: true, maxAge: '1y' });
    app.useStaticAssets(web, { index: false });
    // every other page is the single-page app; Express 5 knows no '*' route, so a middleware
    app.use((req: Request, res: Response, next: NextFunction) =>
      req.method === 'GET' && req.accepts('html') && !/^\/(graphql|raw|health)\b/.test(req.path)
        ? res.sendFile('index.html', { root: web, cacheControl: false })
        : next(),
    );
  }
  const host = process.env.HOST ?? '127.0.0.1';
  await app.listen(Number(process.env.PORT ?? 3000), host);
  console.log(`ready in ${Math.round(process.uptime() * 1000)} ms on ${await app.getUrl()}`);
}
void bootstrap();
