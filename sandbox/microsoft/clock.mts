interface Appointment {
	at: number;
	order: number;
	what: () => void;
}

/**
 * Sandbox time: real time scaled by `speed`, plus what was skipped with `advance`.
 * Appointments happen in order when time is looked at, each at its own moment, so a jump of hours gives the same result as waiting.
 */
export class SandboxClock {
	#base: number;
	#realBase = performance.now();
	#speed: number;
	#momentOfAppointment: number | undefined;
	#appointments: Appointment[] = [];
	#order = 0;

	constructor(start: Date, speed: number) {
		this.#base = start.getTime();
		this.#speed = checkedSpeed(speed);
	}

	/** Current sandbox time; while an appointment runs, the moment it was made for. */
	now(): Date {
		return new Date(this.#milliseconds());
	}

	/** Sandbox seconds per real second; 0 stands still. */
	get speed(): number {
		return this.#speed;
	}

	set speed(speed: number) {
		const checked = checkedSpeed(speed);
		this.#base = this.#milliseconds();
		this.#realBase = performance.now();
		this.#speed = checked;
	}

	/** Moves time on; everything due until then happens first, in order. */
	advance(milliseconds: number): void {
		if (!Number.isFinite(milliseconds) || milliseconds < 0) {
			throw new Error(
				`Sandbox time only moves forward: cannot advance by ${milliseconds} milliseconds.`,
			);
		}
		this.#base += milliseconds;
		this.happen();
	}

	/** Makes an appointment at a moment of sandbox time. */
	at(moment: number, what: () => void): void {
		this.#appointments.push({ at: moment, order: this.#order++, what });
		this.#appointments.sort((a, b) => a.at - b.at || a.order - b.order);
	}

	/** Makes an appointment some sandbox milliseconds from now. */
	after(milliseconds: number, what: () => void): void {
		this.at(this.#milliseconds() + milliseconds, what);
	}

	/** Lets everything happen that is due by now. */
	happen(): void {
		if (this.#momentOfAppointment !== undefined) return;
		const until = this.#milliseconds();
		try {
			while (this.#appointments.length > 0 && this.#appointments[0].at <= until) {
				const due = this.#appointments.shift()!;
				this.#momentOfAppointment = due.at;
				due.what();
			}
		} finally {
			this.#momentOfAppointment = undefined;
		}
	}

	/** Drops all appointments. */
	forget(): void {
		this.#appointments = [];
	}

	#milliseconds(): number {
		return (
			this.#momentOfAppointment ?? this.#base + (performance.now() - this.#realBase) * this.#speed
		);
	}
}

function checkedSpeed(speed: number): number {
	if (!Number.isFinite(speed) || speed < 0)
		throw new Error(`Sandbox speed must be a number of 0 or more, not ${speed}.`);
	return speed;
}
