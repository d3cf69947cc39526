import { identifier } from '../microsoft/state/identifier.mts';

interface Part {
	name: string;
	doneAt: number;
	rows: unknown[];
	/** Nothing came of it, and only the queue says so. */
	failed?: boolean;
}

export interface Queue {
	id: string;
	name: string;
	reference: string;
	startedAt: number;
	parts: Part[];
}

/** CIPP's background jobs for all tenants: each part is done at its own time. */
export class Queues {
	#queues: Queue[] = [];

	start(name: string, reference: string, now: Date, parts: Part[]): Queue {
		const queue = {
			id: identifier(`queue/${reference}/${now.getTime()}`),
			name,
			reference,
			startedAt: now.getTime(),
			parts,
		};
		this.#queues.unshift(queue);
		return queue;
	}

	/** The newest job for a reference that started no more than an hour ago; its rows serve as cache. */
	recent(reference: string, now: Date): Queue | undefined {
		return this.#queues.find(
			(queue) => queue.reference === reference && now.getTime() - queue.startedAt < 3_600_000,
		);
	}

	/** ListCippQueue: by id, by reference, or everything of the last three hours. */
	find(id: string | undefined, reference: string | undefined, now: Date): Queue[] {
		if (id) return this.#queues.filter((queue) => queue.id === id);
		const recent = this.#queues.filter((queue) => now.getTime() - queue.startedAt < 3 * 3_600_000);
		return reference ? recent.filter((queue) => queue.reference === reference) : recent;
	}

	clear(): void {
		this.#queues = [];
	}
}

/** A queue as ListCippQueue shows it. */
export function queueRow(queue: Queue, now: Date): Record<string, unknown> {
	const total = queue.parts.length;
	const ended = queue.parts.filter(({ doneAt }) => doneAt <= now.getTime());
	const done = ended.length;
	const failed = ended.filter((part) => part.failed).length;
	const running = done < total ? 1 : 0;
	const percent = (count: number) => (total === 0 ? 0 : Math.round((count / total) * 1000) / 10);
	return {
		PartitionKey: 'CippQueue',
		RowKey: queue.id,
		Name: queue.name,
		Link: '',
		Reference: queue.reference,
		TotalTasks: total,
		CompletedTasks: done,
		RunningTasks: running,
		FailedTasks: failed,
		PercentComplete: percent(done),
		PercentFailed: percent(failed),
		PercentRunning: percent(running),
		Tasks: queue.parts.map(({ name, doneAt, failed: isFailure }) => ({
			Timestamp: new Date(Math.min(doneAt, now.getTime())).toISOString(),
			Name: name,
			Status: doneAt > now.getTime() ? 'Running' : isFailure ? 'Failed' : 'Completed',
		})),
		Status: done < total ? 'Running' : failed > 0 ? 'Completed (with errors)' : 'Completed',
		Timestamp: new Date(queue.startedAt).toISOString(),
	};
}
