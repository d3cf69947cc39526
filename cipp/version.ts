import { attempt } from './attempt';
import { isObject } from './body';
import type { Clock, Send } from './request';

/** Whether something that came with `since` is missing in `version`, e.g. `10.10` in `10.9.0`. */
export function isNewer(since: string | undefined, version: string): boolean {
	return since !== undefined && since.localeCompare(version, 'en', { numeric: true }) > 0;
}

/** Versions that were read, by the credential that they were read with. */
export type KnownVersions = Map<string, { version: Promise<string | null>; until: number }>;

/** An update of CIPP is noticed after this time. */
const keptMilliseconds = 3_600_000;

/** Which CIPP it is: asked for when it first matters, and then kept for the credential. */
export class InstanceVersion {
	constructor(
		private readonly send: Send,
		private readonly clock: Clock,
		/** What tells one credential from another. */
		private readonly credential: () => Promise<string>,
		private readonly known: KnownVersions,
	) {}

	/** E.g. `10.8.2`; null where CIPP does not tell, which is no reason to stop. */
	async read(): Promise<string | null> {
		const credential = await this.credential();
		const now = this.clock.now().getTime();
		const known = this.known.get(credential);
		if (known && now < known.until) return await known.version;
		const version = this.ask();
		this.known.set(credential, { version, until: now + keptMilliseconds });
		if ((await version) === null) this.known.delete(credential);
		return await version;
	}

	/**
	 * The version, where it is surely older than what came with `since`. A kept one is asked for again
	 * first: CIPP may have been updated.
	 */
	async olderThan(since: string): Promise<string | null> {
		const kept = await this.read();
		if (kept === null || !isNewer(since, kept)) return null;
		this.known.delete(await this.credential());
		const version = await this.read();
		return version !== null && isNewer(since, version) ? version : null;
	}

	private async ask(): Promise<string | null> {
		const { value } = await attempt(this.send({ method: 'GET', endpoint: 'GetVersion' }));
		if (!value || value.status !== 200 || !isObject(value.body)) return null;
		const version = String(value.body.LocalCIPPAPIVersion ?? '');
		return /^\d+\.\d+/.test(version) ? version : null;
	}
}
