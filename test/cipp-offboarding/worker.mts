import '../engine/environment.mts';
import { runCipp, type EngineOptions } from '../engine/engine.mts';

// A worker of n8n in a process of its own, so that a test can kill it: runs the node once.

const [parameters, options] = JSON.parse(process.argv[2]) as [Record<string, never>, EngineOptions];
await runCipp(parameters, options);
