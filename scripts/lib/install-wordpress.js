// @ts-check
// Sees to it that there is a WordPress to test in, where Debian's packages can be had. Nothing is started: no service, no site.
import {existsSync} from 'node:fs';
import {provide} from './debian.js';
import {run} from './run.js';

// micro-httpd runs nothing by itself, and keeps away Apache, which would; the server's core comes without a service too.
const PACKAGES = ['wordpress', 'wordpress-theme-twentytwentythree', 'mariadb-server-core', 'php-cli', 'php-mysql', 'php-xml', 'php-mbstring', 'micro-httpd'];
const FILES = ['/usr/share/wordpress/wp-load.php', '/usr/share/wordpress/wp-content/themes/twentytwentythree', '/usr/sbin/mariadbd', '/usr/bin/mariadb-install-db', '/usr/bin/php'];
const EXTENSIONS = ['mysqli', 'dom', 'mbstring'];

/** What WordPress needs and is not here. */
const lacking = async () => {
  const files = FILES.filter((file) => !existsSync(file));
  const {output} = await run('php', ['-m'], {quiet: true});
  return [...files, ...EXTENSIONS.filter((name) => !output.split('\n').includes(name)).map((name) => `PHP's ${name}`)];
};

export const provideWordPress = () => provide('WordPress', PACKAGES, lacking);
