export * from './access';
export * from './board';
export * from './event';
export * from './limits';
export * from './rank';
export * from './refusal';
export * from './version';
