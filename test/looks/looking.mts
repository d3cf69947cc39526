import { afterEach, beforeEach, vi } from 'vitest';
import type { IDataObject } from 'n8n-workflow';
import {
	credentialFor,
	runCipp,
	type EngineOptions,
	type EngineResult,
} from '../engine/engine.mts';
import type { Sandbox } from '../../sandbox/index.mts';

/** Pauses of up to a minute pass a thousand times as fast; the limits for answers are longer and stay. */
export function withoutPauses(): void {
	beforeEach(() => {
		const { setTimeout: real } = globalThis;
		const hurried = (work: () => void, milliseconds = 0) =>
			real(work, milliseconds > 60_000 ? milliseconds : milliseconds / 1_000);
		vi.spyOn(globalThis, 'setTimeout').mockImplementation(hurried as unknown as typeof real);
	});
	afterEach(() => {
		vi.restoreAllMocks();
	});
}

/** Runs a change as everybody runs it: with the look afterwards. */
export async function runLooking(
	sandbox: Sandbox,
	parameters: IDataObject,
	options: Partial<EngineOptions> = {},
): Promise<EngineResult> {
	return await runCipp(
		{ tenantDomain: 'contoso.example', ...parameters },
		{ credential: credentialFor(sandbox), looks: true, ...options },
	);
}
