import type {BackendError} from 'sphere-petition/contract';

/**
 * What can be done about a platform's failure, where its message does not say.
 *
 * @param name The part of the configuration: `tally`.
 */
export const remedyFor = ({code, issues, retryAfter}: BackendError, name: string, hasKey: boolean): string => {
  switch (code) {
    case 'configuration': return '';
    case 'forbidden': return hasKey ? ' Check the key: it may be wrong, or not allowed to read this.' : ` Name a "${name}.key", if the platform wants one.`;
    case 'offline': return ` Check "${name}.src", and whether this computer is connected.`;
    case 'timeout': case 'unavailable': return ' The next run asks again.';
    case 'rate-limited': return ` Run the command less often${retryAfter === undefined || retryAfter === 0 ? '' : `, and not within the next ${retryAfter} s`}.`;
    // Which member is wrong has been said.
    default: return issues.length > 0 ? '' : ` Check "${name}.src"; if it is right, the platform has changed or is in repair.`;
  }
};
