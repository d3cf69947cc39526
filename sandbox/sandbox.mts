import type { CippVersion } from './cipp/versions.mts';
import type { SandboxClock } from './microsoft/clock.mts';
import type { Faults } from './cipp/faults.mts';
import type { HostStyle } from './cipp/http/answer.mts';
import type { RecordedRequest } from './cipp/http/recorded-request.mts';
import type { ApiClient } from './cipp/instance.mts';
import type { Tenants } from './cipp/tenants.mts';

export interface SandboxOptions {
	/** 0 or left out: any free port. */
	port?: number;
	/** 'functions': text bodies as they are; 'ng': JSON-quoted, with response cache. */
	host?: HostStyle;
	/** First moment of sandbox time; left out: now. */
	start?: Date;
	/** Sandbox seconds per real second; 0 stands still. */
	speed?: number;
	/** Sandbox time one offboarding step takes. */
	stepSeconds?: number;
	/** NG host only: a fixed window after which 429 is answered. */
	rateLimit?: { requests: number; seconds: number };
	/** Which CIPP it is like; left out: 10.9. It decides what is left out of the next two. */
	cipp?: CippVersion;
	/** As CIPP 10.10: ExecOffboardUser hands out a DeploymentId, and ListOffboardingProgress exists. */
	hasProgress?: boolean;
	/** As CIPP before 10.9: AccessSendAs and AccessSendOnBehalf are dropped without a word. */
	dropsSendSteps?: boolean;
	/** Writes a line for each request to standard error. */
	logRequests?: boolean;
}

/** A running sandbox. */
export interface Sandbox {
	/** http://127.0.0.1:PORT. The API is under /api; any other path answers CIPP's user interface. */
	url: string;
	tokenUrl: string;
	homeTenantId: string;
	clientId: string;
	clientSecret: string;
	clock: Pick<SandboxClock, 'now' | 'speed' | 'advance'>;
	faults: Faults;
	client: ApiClient;
	/** API requests, oldest first. */
	requests: RecordedRequest[];
	tokenRequests: RecordedRequest[];
	tenants: Tenants;
	/** From now on every token handed out so far is answered 401. */
	expireTokens(): void;
	/** Back to the seed: faults off, requests forgotten, client open. The clock goes on. */
	reset(): void;
	close(): Promise<void>;
}
