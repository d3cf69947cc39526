import { withoutSecrets } from '../cipp/secrets';

/** Causes that are looked into. */
const deepest = 6;

/**
 * The same error, of which no text and no data holds a secret any more: n8n stores and logs errors with all
 * that hangs on to them.
 *
 * @param secrets beside what is a secret by its name or by the words around it
 */
export function withoutSecretsIn<E>(error: E, secrets: string[] = []): E {
	let inner: unknown = error;
	for (let depth = 0; inner instanceof Error && depth < deepest; depth += 1) {
		for (const name of Object.getOwnPropertyNames(inner)) hideIn(inner, name, secrets);
		inner = inner.cause;
	}
	return error;
}

function hideIn(error: Error, name: string, secrets: string[]): void {
	const property = Object.getOwnPropertyDescriptor(error, name);
	if (/^(?:cause|node)$/.test(name) || !property?.writable || property.value instanceof Error)
		return;
	const value: unknown = property.value;
	const clean = withoutSecrets(value, secrets);
	if (clean !== value) (error as unknown as Record<string, unknown>)[name] = clean;
}
