import type {Petition} from 'sphere-petition/contract';

/** Where a page may ask for a petition's data: here, and in those places to which its `connect` sends single capabilities. */
export const connectSources = ({connect = {}}: Pick<Petition, 'connect'>): string => {
  const elsewhere = Object.values(connect).flatMap((connection) => (connection ? [new URL(connection.src).origin] : []));
  return ["'self'", ...new Set(elsewhere)].join(' ');
};
