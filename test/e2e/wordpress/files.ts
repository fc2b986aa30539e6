import {readFileSync} from 'node:fs';

/** Where Debian's package `wordpress` keeps it. */
const FOLDER = '/usr/share/wordpress/';

/** The text of one of WordPress' own files. */
export const wordpressFile = (path: string): string => {
  try {
    return readFileSync(FOLDER + path, 'utf8');
  } catch {
    throw new Error(`${FOLDER}${path} is not there: the test needs WordPress' own files. On Debian and Ubuntu: apt-get install wordpress`);
  }
};
