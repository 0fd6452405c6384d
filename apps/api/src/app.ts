import 'temporal-polyfill/global';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import expressStaticGzip from 'express-static-gzip';
import helmet from 'helmet';
import { AppModule } from './app.module';
import type { Clock } from './platform/clock';
import type { Settings } from './platform/config/settings';
import { log } from './platform/log';
import { GraphQLSocket } from './platform/graphql/socket';

/** No inline script, no foreign content, no frames. Styles may be inline: the component library sets positions that way. */
const contentPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** How long a request may take to arrive, in milliseconds: a file over a slow line takes a while, everything else has no reason to. */
const slowest = { file: 15 * 60_000, other: 60_000 };

function endSlowRequests(req: Request, _: Response, next: NextFunction) {
  if (!/^\/(uploads|files|emoji)\b/.test(req.path)) {
    const timer = setTimeout(() => req.complete || req.destroy(), slowest.other).unref();
    req.once('close', () => clearTimeout(timer));
  }
  next();
}

/** The API as an application that is put together but does not listen yet. */
export async function createApp(settings: Settings, clock?: Clock): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(settings, clock), {
    logger: false,
    abortOnError: false,
    bodyParser: false,
    forceCloseConnections: true,
  });
  log.level = settings.LOG_LEVEL;
  app.set('trust proxy', settings.TRUST_PROXY);
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
      strictTransportSecurity: settings.secure ? { maxAge: 15_552_000 } : false,
      referrerPolicy: { policy: 'same-origin' },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
    }),
  );
  app.use(endSlowRequests);
  app.use(compression({ threshold: 1024 }));
  app.useBodyParser('json', { limit: '1mb' });
  if (settings.WEB_DIR && existsSync(settings.WEB_DIR)) servePage(app, settings.WEB_DIR);
  app.enableShutdownHooks();
  await app.init();
  const http = app.getHttpServer() as Server;
  http.headersTimeout = 15_000;
  http.requestTimeout = slowest.file;
  app.get(GraphQLSocket).attach(http);
  return app;
}

function servePage(app: NestExpressApplication, folder: string) {
  // Scripts and styles were compressed by the build.
  app.use(
    '/assets',
    expressStaticGzip(join(folder, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br'],
      index: false,
      serveStatic: { immutable: true, maxAge: '1y' },
    }),
  );
  app.useStaticAssets(folder, { index: false, maxAge: '1h' });
  // Every other address is the page's own; Express 5 knows no '*' route, so a middleware.
  app.use((req: Request, res: Response, next: NextFunction) =>
    req.method === 'GET' &&
    req.accepts('html') &&
    !/^\/(graphql|uploads|files|emoji|health|feeds|mail|talks|delivery)\b|^\/decisions\/.+[.](zip|md)$/.test(req.path)
      ? res.sendFile('index.html', { root: folder, cacheControl: false, headers: { 'cache-control': 'no-cache' } })
      : next(),
  );
}
