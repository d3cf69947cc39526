import { tmpdir } from 'node:os';
import { join } from 'node:path';

// n8n-core reads its settings when it is loaded.
process.env.N8N_USER_FOLDER ??= join(tmpdir(), `n8n-nodes-cipp-test-${process.pid}`);
process.env.N8N_ENCRYPTION_KEY ??= 'only-for-tests';
