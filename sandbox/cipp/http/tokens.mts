import { randomUUID } from 'node:crypto';
import { decodeJwt, generateKeyPair, jwtVerify, SignJWT, type CryptoKey } from 'jose';

export interface Registration {
	homeTenantId: string;
	clientId: string;
	clientSecret: string;
}

/** Makes and checks access tokens. They live an hour of real time, not of sandbox time. */
export class Tokens {
	readonly #registration: Registration;
	readonly #keys: Promise<{ publicKey: CryptoKey; privateKey: CryptoKey }>;
	#generation = 0;

	constructor(registration: Registration) {
		this.#registration = registration;
		this.#keys = generateKeyPair('ES256');
	}

	async issue(): Promise<string> {
		const { homeTenantId, clientId } = this.#registration;
		const { privateKey } = await this.#keys;
		return new SignJWT({
			appid: clientId,
			tid: homeTenantId,
			ver: '1.0',
			generation: this.#generation,
		})
			.setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
			.setIssuer(`https://sts.windows.net/${homeTenantId}/`)
			.setAudience(`api://${clientId}`)
			.setJti(randomUUID())
			.setIssuedAt()
			.setExpirationTime('3599s')
			.sign(privateKey);
	}

	async isValid(authorization: string | undefined): Promise<boolean> {
		const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
		if (!token) return false;
		try {
			const { publicKey } = await this.#keys;
			const { payload } = await jwtVerify(token, publicKey, {
				audience: `api://${this.#registration.clientId}`,
			});
			return payload.generation === this.#generation;
		} catch {
			return false;
		}
	}

	/** Makes every token handed out so far worthless. */
	expireAll(): void {
		this.#generation += 1;
	}
}

/** The app a token was made for; the platform has checked the token by the time anybody asks. */
export function tokenClientId(authorization: string | undefined): string | null {
	const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
	return token ? String(decodeJwt(token).appid) : null;
}
