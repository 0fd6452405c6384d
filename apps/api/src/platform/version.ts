import packageFile from '../../../../package.json';

/** The version of this Baton, from package.json. */
export const { version } = packageFile;
