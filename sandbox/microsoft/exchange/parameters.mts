/** A cmdlet's parameters; names in any case. */
export class Parameters {
	readonly #values: Record<string, unknown>;

	constructor(values: unknown) {
		this.#values = (values ?? {}) as Record<string, unknown>;
	}

	/** Whether it was given, null included. */
	has(name: string): boolean {
		return this.#key(name) !== undefined;
	}

	get(name: string): unknown {
		const key = this.#key(name);
		return key === undefined ? undefined : this.#values[key];
	}

	/** The text of a parameter; '' when there is none. */
	text(name: string): string {
		const value = this.get(name);
		return value === undefined || value === null ? '' : String(value);
	}

	isTrue(name: string): boolean {
		const value = this.get(name);
		return value === true || String(value).toLowerCase() === 'true';
	}

	/** A list, or the one value that stands for it. */
	list(name: string): string[] {
		const value = this.get(name);
		if (value === undefined || value === null) return [];
		return (Array.isArray(value) ? value : [value]).map(String);
	}

	/** What a hash table adds to, or removes from, a list: {add: …}, {remove: …}. */
	within(name: string, change: 'add' | 'remove'): string[] {
		return new Parameters(this.get(name)).list(change);
	}

	#key(name: string): string | undefined {
		return Object.keys(this.#values).find((key) => key.toLowerCase() === name.toLowerCase());
	}
}
