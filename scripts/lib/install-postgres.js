// @ts-check
// Sees to it that there is a PostgreSQL to test in, where Debian's packages can be had. The tests make a cluster of their own; Debian's package makes
// one too, which nobody here uses.
import {existsSync, readdirSync} from 'node:fs';
import {provide} from './debian.js';

const PACKAGES = ['postgresql'];
const VERSIONS = '/usr/lib/postgresql';

/** What PostgreSQL needs and is not here. */
const lacking = async () => {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a)) : [];
  const programs = ['initdb', 'postgres', 'psql'].map((name) => `${VERSIONS}/${versions[0] ?? 'VERSION'}/bin/${name}`);
  return [...programs, '/usr/bin/setpriv'].filter((file) => !existsSync(file));
};

export const providePostgres = () => provide('PostgreSQL', PACKAGES, lacking);
