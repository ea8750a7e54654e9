import { type Fault, faults } from '../../__tests__/helpers/fake-github/faults.ts';
import { secrets } from './run-story.ts';

/** What GitHub and the network between are known to do to a request; some of them repeat what they were told. */
export const kinds: Readonly<Record<string, () => Fault>> = {
  '401': faults.unauthorized,
  '403': faults.forbidden,
  '404': faults.missingScope,
  '409': faults.conflict,
  '422': () => faults.unprocessable(`Validation Failed for ${secrets.token}`),
  '429': faults.tooMany,
  'primary limit, soon over': () => faults.primaryLimit(1),
  'primary limit': () => faults.primaryLimit(3000),
  'secondary limit': () => faults.secondaryLimit(1),
  '500': faults.serverError,
  '502 before': () => faults.badGateway('before'),
  '502 after': () => faults.badGateway('after'),
  'reset before': () => faults.reset('before'),
  'reset after': () => faults.reset('after'),
  truncated: faults.truncated,
  cut: faults.cut,
  'another shape': () => faults.misshapen({ message: `Hello ${secrets.token}` }),
  "a proxy's page": faults.page,
  slow: () => faults.slow(5000),
  hang: faults.hang,
};
