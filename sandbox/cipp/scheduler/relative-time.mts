/** How CIPP says when a task will run: 'about 12 minutes', '2 days and 3 hours'. */
export function relativeTime(now: Date, scheduledEpoch: number): string {
	const nowSeconds = Math.floor(now.getTime() / 1000);
	const milliseconds =
		scheduledEpoch <= nowSeconds
			? nextQuarter(now) - now.getTime()
			: scheduledEpoch * 1000 - now.getTime();
	const minutes = milliseconds / 60_000;
	if (minutes >= 1440) {
		const days = Math.floor(minutes / 1440);
		const hours = Math.floor(minutes / 60) % 24;
		return `${counted(days, 'day')}${hours > 0 ? ` and ${counted(hours, 'hour')}` : ''}`;
	}
	if (minutes >= 60) {
		const rest = Math.floor(minutes) % 60;
		return `${counted(Math.floor(minutes / 60), 'hour')}${rest > 0 ? ` and ${counted(rest, 'minute')}` : ''}`;
	}
	if (minutes >= 2) return `about ${roundedHalfToEven(minutes)} minutes`;
	return minutes >= 1 ? 'about 1 minute' : 'less than a minute';
}

/** The next moment CIPP's timer goes off, in milliseconds: every full quarter of an hour. */
export function nextQuarter(now: Date): number {
	const quarter = 15 * 60_000;
	return (Math.floor(now.getTime() / quarter) + 1) * quarter;
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

// .NET rounds halves to the even neighbour.
function roundedHalfToEven(value: number): number {
	const floor = Math.floor(value);
	if (value - floor !== 0.5) return Math.round(value);
	return floor % 2 === 0 ? floor : floor + 1;
}
