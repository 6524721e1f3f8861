// Asks the registry whether something is known of the packages that Groundwork is built from. Run it with `npm run audit`.
import { audit } from './lib/audit.js';

process.exitCode = await audit();
